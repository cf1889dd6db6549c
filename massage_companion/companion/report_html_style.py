"""How the web page for a doctor looks, on a screen and on paper. It must never name a file or an address."""

from typing import Final

STYLE: Final = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1F2723; background: #FFFFFF;
  font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0 0 .25em; }
h2 { font-size: 1.2em; line-height: 1.3; margin: 1.3em 0 .3em; }
h3 { font-size: 1.05em; margin: 0 0 .3em; }
p, ul, dl, table { margin: 0 0 .6em; }
ul { padding-left: 1.3em; }
.lead, .small, caption { color: #5C665F; }
.small { font-size: .875em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em; }
dt { color: #5C665F; }
dd { margin: 0; overflow-wrap: anywhere; }
.outcome { border-left: .3em solid #0B6E5F; background: #D8EBE6; padding: .7em 1em; margin: 1.2em 0; }
.outcome h2 { margin: 0; }
.outcome p { margin: .4em 0 0; }
.outcome.care { border-color: #8A5A00; background: #FBEBCB; }
.outcome.stop { border-color: #A4262C; background: #FBE3E1; }
.finding { border: 1px solid #DDD9D0; border-radius: .5em; padding: .8em 1em; margin: 0 0 .8em; }
.finding dl { margin: 0 0 .4em; }
.state { font-weight: 600; color: #0B6E5F; margin: 0 0 .3em; }
.care .state { color: #8A5A00; }
.stop .state { color: #A4262C; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding-bottom: .3em; }
th, td { border: 1px solid #7C847E; padding: .4em .6em; text-align: left; vertical-align: top; }
th { font-weight: 600; }
.slip { border: 2px solid #1F2723; border-radius: .5em; padding: .8em 1em; margin: 1.6em 0; overflow-x: auto; }
.slip h2 { margin-top: 0; }
.slip td, .slip tbody th { padding: .8em .6em; }
.slip dl { gap: 1.1em 1.2em; margin-top: 1.1em; }
.blank { color: #5C665F; }
.choice { white-space: nowrap; }
.numbers caption { color: #1F2723; font-weight: 600; }
.numbers td { font-variant-numeric: tabular-nums; }
.notice { border-left: .3em solid #8A5A00; background: #FBEBCB; padding: .7em 1em; margin: 0 0 .8em; }
.notice h3, .notice p { margin: 0; }
.says { list-style: none; padding: 0; }
.says strong { font-weight: 600; }
figure { margin: 0 0 .8em; }
figure img { width: 100%; height: auto; }
figcaption { color: #5C665F; font-size: .875em; }
.wide { overflow-x: auto; }
@page { size: A4; margin: 18mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9pt; line-height: 1.35; }
  .finding, .outcome { padding: .4em .8em; margin: .5em 0; }
  .slip { margin: 1em 0; }
  th, td { padding: .2em .5em; }
  .slip td, .slip tbody th { padding: .6em .5em; }
  .twin { display: none; }
  h2, h3 { break-after: avoid; }
  .finding, .slip, .outcome, .notice, figure, tr { break-inside: avoid; }
}
"""
