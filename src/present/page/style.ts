/** Style of the report page: one column, readable on a phone, printable. */
export const STYLE = `
:root{--ink:#1c1c1c;--faint:#6b6b6b;--line:#dcdcdc;--accent:#0b5394}
*{box-sizing:border-box}
body{margin:0 auto;max-width:74rem;padding:1rem;color:var(--ink);background:#fff;font:15px/1.55 'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif}
h1{font-size:1.5rem;margin:.2rem 0 .6rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
p.note,figcaption{color:var(--faint);font-size:.86rem;max-width:62rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:1rem 0}
.cards div{border:1px solid var(--line);border-radius:6px;padding:.5rem .7rem}.cards b{display:block;font-size:1.35rem;line-height:1.3;font-variant-numeric:tabular-nums}.cards div.text b{font-size:1rem}.cards span{color:var(--faint);font-size:.82rem}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.86rem;width:max-content;min-width:100%}
th,td{padding:.22rem .5rem;text-align:right;border-bottom:1px solid #eee;white-space:nowrap}
th{position:sticky;top:0;background:#f7f7f7;font-weight:600}
td.l,th.l{text-align:left}td.wrap{white-space:normal;min-width:16rem;max-width:40rem}
tbody th{position:sticky;left:0;background:#fff;text-align:left;font-weight:500;z-index:1;max-width:14rem;white-space:normal}
tbody th.date{white-space:nowrap}
.spark{font-family:monospace;letter-spacing:0;text-align:left}
button.n{all:unset;cursor:pointer;color:var(--accent);text-decoration:underline dotted;text-underline-offset:3px}
button.n:focus-visible{outline:2px solid var(--accent)}
td.none{color:#bbb}td.partial::after{content:'*';color:var(--faint)}
figure{margin:1rem 0;overflow-x:auto}figure svg{max-width:100%;height:auto;display:block}
dialog{width:min(60rem,94vw);max-height:88vh;border:1px solid var(--line);border-radius:8px;padding:0}
dialog header{position:sticky;top:0;background:#fff;padding:.7rem 1rem;border-bottom:1px solid var(--line);display:flex;gap:1rem;justify-content:space-between}
dialog ol{margin:0;padding:.6rem 1rem .8rem 2.6rem}dialog li{margin:.35rem 0}dialog small{color:var(--faint);display:block}
mark{background:#ffe08a;padding:0 .1em}
dialog footer{padding:.4rem 1rem 1rem}
@media(max-width:40rem){body{padding:.7rem;font-size:14px}tbody th{max-width:9rem}figure svg{max-width:none}}
h3{font-size:1rem;margin:1.3rem 0 .4rem}
.paper{display:none}
summary{cursor:pointer}
@page{size:A4;margin:14mm 12mm}
@media print{
body{max-width:none;padding:0;font-size:9.5pt}h1{font-size:15pt}h2{font-size:12pt;margin-top:7mm}h2,h3{break-after:avoid}
.screen,dialog,script{display:none}.paper{display:block;margin-bottom:3mm}
.cards{grid-template-columns:repeat(4,1fr)}.cards div{break-inside:avoid}
.scroll{overflow:visible;border:0}table{font-size:7.5pt;width:100%}thead{display:table-header-group}
th,td{padding:.1rem .25rem}th,tbody th{position:static;background:none}thead th{border-bottom:1px solid #888;white-space:normal}
td.wrap{min-width:0;overflow-wrap:anywhere}p.note{font-size:8pt;max-width:none}.spark{white-space:nowrap}tr,figure,details summary{break-inside:avoid}p.note{break-before:avoid}
tbody tr:nth-child(-n+2){break-after:avoid}tbody tr:nth-last-child(-n+2){break-before:avoid}
figure{overflow:visible;margin:3mm 0}figure svg{max-height:245mm;margin:0 auto}
button.n{color:inherit;text-decoration:none}details.none{display:none}
}
`
