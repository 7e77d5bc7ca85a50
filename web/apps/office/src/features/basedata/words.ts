import { say } from '@jingwei/ui'

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
