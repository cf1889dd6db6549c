"""The small window for the desk: time, phase, pause, stop, while other work goes on."""
