import type { CellEdit, EditedCells } from '@jingwei/api'
import { say } from '@jingwei/ui/language'

/** Texts of the map's tools. */
export const mapWords = () => ({ line: say('量距离', 'Distance'), area: say('量面积', 'Area'), print: say('打印', 'Print'), stop: say('结束量算', 'Stop') })

const FIELDS: Record<string, [string, string]> = {
  id: ['标识', 'Id'], name: ['名称', 'Name'], class: ['类别', 'Class'], width: ['宽度（米）', 'Width (m)'], floors: ['层数', 'Floors'], kind: ['类型', 'Kind'],
  state: ['状态', 'State'], unitGrid: ['单元网格', 'Unit grid'], dutyGrid: ['责任网格', 'Duty grid'], community: ['社区代码', 'Community'],
  communityName: ['社区', 'Community'], areaClass: ['区域等级', 'Area class'], areaSquareMeters: ['面积（平方米）', 'Area (m²)'], cells: ['单元网格数', 'Cells'],
  subdistrict: ['街道', 'Subdistrict'], district: ['区县', 'District'], code: ['编码', 'Code'],
}

/** The name of an attribute in the reader's language; one nobody foresaw keeps its own. */
export const fieldName = (name: string) => {
  const [zh, en] = FIELDS[name] ?? [name, name]
  return say(zh, en)
}

const BUSY = ['DIVIDING', 'CHECKING', 'PUBLISHING']

/** Whether the server works on an update now, so that the page looks again. */
export const isBusy = (state: string) => BUSY.includes(state)

/** How far a step has come in percent; null where nobody knows. */
export const percent = (done: number, total: number) => (total > 0 ? Math.min(100, Math.round((done / total) * 100)) : null)

/** One edit of cells, in a few words. */
export function stepWords(edit: CellEdit): string {
  switch (edit.kind) {
    case 'MOVE': return say('移动拐点', 'Corner moved')
    case 'INSERT': return say('增加拐点', 'Corner added')
    case 'REMOVE': return say('删除拐点', 'Corner taken away')
    case 'SPLIT': return say(`拆分 ${edit.cell}`, `Split ${edit.cell}`)
    case 'MERGE': return say(`合并 ${edit.cells.join('、')}`, `Merged ${edit.cells.join(', ')}`)
    case 'RENUMBER': return say(`${edit.cell} 换码为 ${edit.code}`, `${edit.cell} renumbered ${edit.code}`)
    case 'NOTE': return say(`备注 ${edit.cell}：${edit.note}`, `Noted ${edit.cell}: ${edit.note}`)
  }
}

const SUCCESSIONS: Record<EditedCells['successions'][number]['kind'], [string, string]> = {
  RENUMBERED: ['换码', 'renumbered'], SPLIT: ['拆分', 'split'], MERGED: ['合并', 'merged'], RESHAPED: ['调整', 'reshaped'],
}
export const successionWords = (kind: EditedCells['successions'][number]['kind']) => say(...SUCCESSIONS[kind])
