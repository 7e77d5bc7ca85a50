import type { BatchRow } from '@jingwei/api'

/** A spot that a person chose for a row. */
export interface Settled { longitude: number, latitude: number, text: string }

/** 分行: records of a CSV text, the header left out; a quoted cell may hold commas and line breaks. */
export function readRows(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let cell = ''
  let quoted = false
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
  const end = () => {
    record.push(cell)
    cell = ''
  }
  for (let i = 0; i < plain.length; i++) {
    const it = plain[i] ?? ''
    if (quoted) {
      if (it === '"' && plain[i + 1] === '"') {
        cell += it
        i++
      } else if (it === '"') quoted = false
      else cell += it
    } else if (it === '"' && cell === '') quoted = true
    else if (it === ',') end()
    else if (it === '\n') {
      end()
      records.push(record)
      record = []
    } else cell += it
  }
  if (cell || record.length) {
    end()
    records.push(record)
  }
  const [header = [], ...rows] = records
  const at = ['id', 'query', 'asOf'].map(name => header.findIndex(title => title.trim() === name))
  if ((at[0] ?? -1) < 0 || (at[1] ?? -1) < 0) throw new Error('缺少 id 或 query 列 the columns id and query are needed')
  return rows.filter(row => row.some(one => one !== '')).map(row => at.map(index => (index < 0 ? '' : row[index] ?? '')))
}

const quote = (cell: string | number | undefined) => {
  const text = cell === undefined ? '' : String(cell)
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** CSV texts of at most so many rows, each with the header. */
export const chunks = (rows: string[][], size: number): string[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, part) =>
    ['id,query,asOf', ...rows.slice(part * size, (part + 1) * size).map(row => row.map(quote).join(','))].join('\n'))

/** The answers as CSV, what a person settled in front of what the machine found. */
export function writeRows(rows: BatchRow[], settled: Map<string, Settled>): string {
  const lines = rows.map(row => {
    const chosen = settled.get(row.id)
    const first = row.answer.features[0]
    return [row.id, row.query, chosen ? 'settled' : first?.properties.grade ?? 'refused', first?.properties.places.join('+'),
      chosen?.longitude ?? first?.geometry?.coordinates[0], chosen?.latitude ?? first?.geometry?.coordinates[1],
      chosen?.text ?? first?.properties.text ?? row.answer.refused?.text].map(quote).join(',')
  })
  return `\uFEFFid,query,grade,place,longitude,latitude,text\n${lines.join('\n')}\n`
}
