import type { CooccurrenceMeasure, CooccurrenceResult } from './cooccurrence'

/**
 * A co-occurrence table as GraphML (for igraph, networkx, Gephi, visone): one node a concept of the rows with label,
 * category and units, one undirected edge a pair, weighted by one measure. Pairs without a value of the measure are
 * left out.
 */
export function toGraphml(result: CooccurrenceResult, measure: CooccurrenceMeasure = 'strength'): string {
  const { nodes, edges } = graphOf(result, measure)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    '<key id="category" for="node" attr.name="category" attr.type="string"/>',
    '<key id="units" for="node" attr.name="units" attr.type="int"/>',
    '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    '<key id="joint" for="edge" attr.name="joint" attr.type="int"/>',
    `<graph id="cooccurrence-${result.level}" edgedefault="undirected">`,
    ...nodes.map(
      (n) =>
        `<node id="${xml(n.id)}"><data key="label">${xml(n.label)}</data><data key="category">${xml(n.category)}</data><data key="units">${n.units}</data></node>`,
    ),
    ...edges.map(
      (e) =>
        `<edge source="${xml(e.x)}" target="${xml(e.y)}"><data key="weight">${e.weight}</data><data key="joint">${e.joint}</data></edge>`,
    ),
    '</graph>',
    '</graphml>',
  ]
  return lines.join('\n') + '\n'
}

/** The same graph as GEXF 1.3 (Gephi). */
export function toGexf(result: CooccurrenceResult, measure: CooccurrenceMeasure = 'strength'): string {
  const { nodes, edges } = graphOf(result, measure)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph mode="static" defaultedgetype="undirected">',
    '<attributes class="node"><attribute id="category" title="category" type="string"/><attribute id="units" title="units" type="integer"/></attributes>',
    '<attributes class="edge"><attribute id="joint" title="joint" type="integer"/></attributes>',
    '<nodes>',
    ...nodes.map(
      (n) =>
        `<node id="${xml(n.id)}" label="${xml(n.label)}"><attvalues><attvalue for="category" value="${xml(n.category)}"/><attvalue for="units" value="${n.units}"/></attvalues></node>`,
    ),
    '</nodes>',
    '<edges>',
    ...edges.map(
      (e, i) =>
        `<edge id="${i}" source="${xml(e.x)}" target="${xml(e.y)}" weight="${e.weight}"><attvalues><attvalue for="joint" value="${e.joint}"/></attvalues></edge>`,
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
  ]
  return lines.join('\n') + '\n'
}

function graphOf(result: CooccurrenceResult, measure: CooccurrenceMeasure) {
  const edges = result.rows.flatMap((row) => {
    const weight = row[measure]
    return weight === null ? [] : [{ x: row.x, y: row.y, weight, joint: row.a }]
  })
  const used = new Set(edges.flatMap((e) => [e.x, e.y]))
  return { nodes: result.nodes.filter((n) => used.has(n.id)), edges }
}

// Control characters are not allowed in XML 1.0 even as references.
function xml(text: string): string {
  let out = ''
  for (const c of text) {
    const code = c.codePointAt(0)!
    if (c === '&') out += '&amp;'
    else if (c === '<') out += '&lt;'
    else if (c === '>') out += '&gt;'
    else if (c === '"') out += '&quot;'
    else if ((code >= 32 || code === 9 || code === 10 || code === 13) && !(code >= 0xd800 && code <= 0xdfff)) out += c
  }
  return out
}
