import type { Triple } from './namespaces'

/** Statements of a Turtle, N-Triples or TriG text. */
export async function readTurtle(text: string): Promise<Triple[]> {
  const { Parser } = await import('n3')
  return new Parser().parse(text).map(({ subject, predicate, object }) => ({
    subject: subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value,
    predicate: predicate.value,
    object: {
      value: object.termType === 'BlankNode' ? `_:${object.value}` : object.value,
      kind: object.termType === 'Literal' ? 'literal' : 'iri',
      language: object.termType === 'Literal' ? object.language.toLowerCase() : '',
    },
  }))
}
