/**
 * Script of the report page: a click on a number opens its sentences, fifty at a time. It reads the embedded data and writes
 * text nodes only, so nothing that a report says can become markup. Folded lists are
 * opened for paper. No network.
 */
export const SCRIPT = `
(()=>{const d=JSON.parse(document.getElementById('tifa-data').textContent),box=document.getElementById('sentences'),
list=box.querySelector('ol'),head=box.querySelector('h3'),more=box.querySelector('footer button');let ids=[],at=0;
const el=(n,t)=>{const e=document.createElement(n);e.textContent=t;return e};
const add=()=>{for(const end=Math.min(ids.length,at+50);at<end;at++){const[s,a,b]=d.places[ids[at]],[r,t]=d.sentences[s],rep=d.reports[r],li=el('li','');
li.append(t.slice(0,a),el('mark',t.slice(a,b)),t.slice(b),el('small',rep.join(' · ')));list.append(li)}more.hidden=at>=ids.length;more.textContent='show more ('+(ids.length-at)+' left)'};
document.addEventListener('click',e=>{const b=e.target.closest('button[data-cell]');if(b){ids=d.cells[+b.dataset.cell];at=0;list.textContent='';head.textContent=b.dataset.name+' — '+ids.length+(ids.length===1?' mention':' mentions');add();box.showModal();box.scrollTop=0}
else if(e.target===more)add();else if(e.target===box||e.target.closest('dialog header button'))box.close()});
let shut=[];addEventListener('beforeprint',()=>{shut=[...document.querySelectorAll('details:not([open])')];for(const d of shut)d.open=true});
addEventListener('afterprint',()=>{for(const d of shut)d.open=false})})();
`
