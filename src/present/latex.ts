import { shortText, type TableOptions, type Tabular, table } from './table'

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
}

const escapeLatex = (text: string): string => text.replace(/[\\&%$#_{}~^<>]/g, (c) => ESCAPES[c]!)

export interface LatexOptions extends TableOptions {
  readonly caption?: string
  readonly label?: string
}

/**
 * A `booktabs` table. Chinese text is left as it is: compile with XeLaTeX or LuaLaTeX and `\usepackage{ctex}` (or `xeCJK`);
 * the first line says so as a comment.
 */
export function toLatex<Row extends object>(data: Tabular<Row>, options: LatexOptions = {}): string {
  const { headings, rows } = table(data, options)
  const align = headings.map((_, i) => (rows.some((r) => typeof r[i] === 'number') ? 'r' : 'l')).join('')
  const line = (cells: readonly string[]) => cells.map(escapeLatex).join(' & ') + ' \\\\'
  return [
    '% needs \\usepackage{booktabs}; Chinese: \\usepackage{ctex} with XeLaTeX or LuaLaTeX',
    '\\begin{table}',
    '\\centering',
    ...(options.caption ? [`\\caption{${escapeLatex(options.caption)}}`] : []),
    ...(options.label ? [`\\label{${options.label}}`] : []),
    `\\begin{tabular}{${align}}`,
    '\\toprule',
    line(headings),
    '\\midrule',
    ...rows.map((r) => line(r.map(shortText))),
    '\\bottomrule',
    '\\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n')
}
