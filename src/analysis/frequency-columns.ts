import { column, EXPOSURE_COLUMNS, ITEM_COLUMNS } from './columns'
import type { ColumnNote } from './result'

const COUNTS: readonly ColumnNote[] = [
  column('state', 'state', '状态', { note: 'observed, zero, no-reports, partial or undated' }),
  column('tokens', 'token frequency', '出现次数', { unit: 'mentions', note: 'includes nested, leaves out shadowed' }),
  column('nested', 'of these nested', '其中嵌套', {
    unit: 'mentions',
    note: 'inside a longer mention of another concept',
  }),
  column('shadowed', 'shadowed', '被吸收', {
    unit: 'mentions',
    note: 'absorbed by a longer concept, not in token frequency',
  }),
  column('documents', 'document frequency', '篇频', { unit: 'reports', note: 'reports with at least one' }),
  column('directives', 'directive frequency', '指示频', {
    unit: 'directives',
    note: 'directives with at least one; of a category: coded with it',
  }),
  column('segments', 'segment frequency', '分句频', { unit: 'segments' }),
  column('leaders', 'leader frequency', '领导数', {
    unit: 'leaders',
    note: 'leaders with at least one in their directives',
  }),
  column('places', 'places', '地方数', { unit: 'places', note: 'finest places named, with at least one' }),
  column('outlets', 'outlets', '媒体数', { unit: 'outlets' }),
]

const RATES: readonly ColumnNote[] = [
  column('leadersRead', 'leaders read', '领导总数', { unit: 'leaders' }),
  column('placesRead', 'places read', '地方总数', { unit: 'places' }),
  column('documentShare', 'share of reports', '占报道比', { denominator: 'reports' }),
  column('documentLow', 'share of reports, low', '占报道比下限', { denominator: 'reports', note: 'Wilson' }),
  column('documentHigh', 'share of reports, high', '占报道比上限', { denominator: 'reports', note: 'Wilson' }),
  column('directiveShare', 'share of directives', '占指示比', { denominator: 'directivesRead' }),
  column('directiveLow', 'share of directives, low', '占指示比下限', { denominator: 'directivesRead', note: 'Wilson' }),
  column('directiveHigh', 'share of directives, high', '占指示比上限', {
    denominator: 'directivesRead',
    note: 'Wilson',
  }),
  column('directiveBootLow', 'share of directives, bootstrap low', '占指示比自助下限', {
    denominator: 'directivesRead',
    note: 'whole clusters resampled',
  }),
  column('directiveBootHigh', 'share of directives, bootstrap high', '占指示比自助上限', {
    denominator: 'directivesRead',
    note: 'whole clusters resampled',
  }),
  column('segmentShare', 'share of segments', '占分句比', { denominator: 'segmentsRead' }),
  column('segmentLow', 'share of segments, low', '占分句比下限', { denominator: 'segmentsRead', note: 'Wilson' }),
  column('segmentHigh', 'share of segments, high', '占分句比上限', { denominator: 'segmentsRead', note: 'Wilson' }),
  column('perReport', 'mentions per report', '篇均次数', { unit: 'mentions per report', denominator: 'reports' }),
  column('per10kCharacters', 'per 10,000 characters', '每万字次数', {
    unit: 'mentions per 10,000 characters',
    denominator: 'characters',
  }),
  column('per10kLow', 'per 10,000 characters, low', '每万字次数下限', { denominator: 'characters', note: 'Garwood' }),
  column('per10kHigh', 'per 10,000 characters, high', '每万字次数上限', { denominator: 'characters', note: 'Garwood' }),
  column('per10kBootLow', 'per 10,000 characters, bootstrap low', '每万字次数自助下限', {
    denominator: 'characters',
    note: 'whole clusters resampled',
  }),
  column('per10kBootHigh', 'per 10,000 characters, bootstrap high', '每万字次数自助上限', {
    denominator: 'characters',
    note: 'whole clusters resampled',
  }),
  column('per10kWords', 'per 10,000 words', '每万词次数', { unit: 'mentions per 10,000 words', denominator: 'words' }),
  column('dispersionReports', 'dispersion over reports', '篇间离散度', {
    unit: 'DPnorm, 0 even to 1 concentrated',
    denominator: 'characters',
  }),
  column('dispersionPlaces', 'dispersion over places', '地方间离散度', {
    unit: 'DPnorm, 0 even to 1 concentrated',
    denominator: 'characters',
  }),
  column('dispersionLeaders', 'dispersion over leaders', '领导间离散度', {
    unit: 'DPnorm, 0 even to 1 concentrated',
    denominator: 'characters of directives',
  }),
]

const DETAIL: readonly ColumnNote[] = [
  column('inTitle', 'in titles', '标题中', { unit: 'mentions', denominator: 'tokens' }),
  column('inNarrative', 'in narrative', '叙述中', { unit: 'mentions', denominator: 'tokens' }),
  column('inDirective', 'in directives', '指示中', { unit: 'mentions', denominator: 'tokens' }),
  column('promoted', 'promoted', '提倡', { unit: 'mentions', denominator: 'tokens' }),
  column('rejected', 'rejected', '反对', { unit: 'mentions', denominator: 'tokens' }),
  column('relayed', 'relayed', '转述', { unit: 'mentions', denominator: 'tokens' }),
  column('narrated', 'narrated', '叙述', { unit: 'mentions', denominator: 'tokens' }),
  column('undecided', 'stance undecided', '立场未定', { unit: 'mentions', denominator: 'tokens' }),
  column('promotedShare', 'share promoted', '提倡占比', { denominator: 'tokens' }),
  column('rejectedShare', 'share rejected', '反对占比', { denominator: 'tokens' }),
  column('relayedShare', 'share relayed', '转述占比', { denominator: 'tokens' }),
  column('quoted', 'in quotation marks', '带引号', { unit: 'mentions', denominator: 'tokens' }),
  column('quotedShare', 'share in quotation marks', '带引号占比', { denominator: 'tokens' }),
  column('enumerated', 'in enumerations', '列举中', { unit: 'directives', denominator: 'directives' }),
  column('first', 'first of an enumeration', '列举首位', { unit: 'directives', denominator: 'enumerated' }),
  column('meanOrdinal', 'mean position in enumerations', '列举平均位次', {
    unit: '1 = first',
    denominator: 'enumerated',
  }),
  column('meanRank', 'mean relative position', '列举相对位次', {
    unit: '(k − ½) ÷ n, 0 first to 1 last',
    denominator: 'enumerated with a known n',
  }),
  column('reason', 'why null', '缺值原因'),
]

/** Column notes of a frequency table, with the columns of its groups. */
export function frequencyColumns(groups: readonly ColumnNote[]): ColumnNote[] {
  return [...ITEM_COLUMNS, ...groups, ...COUNTS, ...EXPOSURE_COLUMNS, ...RATES, ...DETAIL]
}
