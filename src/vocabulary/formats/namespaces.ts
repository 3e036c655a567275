export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const SKOS = 'http://www.w3.org/2004/02/skos/core#'
export const DCT = 'http://purl.org/dc/terms/'
export const OWL = 'http://www.w3.org/2002/07/owl#'
/** Properties that SKOS and Dublin Core have no word for. */
export const TIFA = 'urn:tifa:ns:'

/** An RDF statement, with what tifa needs of its object. */
export interface Triple {
  readonly subject: string
  readonly predicate: string
  readonly object: Term
}

export interface Term {
  readonly value: string
  readonly kind: 'iri' | 'literal'
  /** Lower case; empty for none. */
  readonly language: string
}
