"""The session screen: before, during and after a session. It shows view values and sends intents; the gate decides."""
