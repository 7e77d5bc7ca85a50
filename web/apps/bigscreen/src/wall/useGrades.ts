import { businessClock, Refused } from '@jingwei/api'
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { grades as ask, type GradeTable } from '../situation/situation'

const DIGITS: Record<string, number> = { 'district': 6, 'subdistrict': 9, 'community': 12, 'cell': 0 }
/** The evaluation is of days; asked for again every few minutes it is new enough. */
const EVERY = 300_000

/** 评价等级 of the month: for the list and for the shading of the land. */
export function useGrades() {
  const table = shallowRef<GradeTable | null>(null)
  const subject = ref('community')
  const failed = ref('')
  const digits = computed(() => DIGITS[subject.value] ?? 12)
  const shades = computed(() => {
    const looks = new Map(table.value?.grades.map(grade => [grade.letter, { color: `rgb(${grade.color})`, pattern: grade.pattern }]) ?? [])
    const all = new Map<string, { color: string, pattern: string }>()
    for (const line of table.value?.lines ?? []) {
      const look = line.rank && line.grade ? looks.get(line.grade) : undefined
      if (look) all.set(line.code, look)
    }
    return all
  })

  async function load(): Promise<void> {
    try {
      const day = new Date(Date.parse((await businessClock()).now) + 8 * 3_600_000).toISOString().slice(0, 10)
      table.value = await ask(subject.value, 'month', day)
      failed.value = ''
    } catch (error) {
      failed.value = error instanceof Refused ? error.problem.title : String(error)
    }
  }
  const choose = (word: string) => {
    subject.value = word
    void load()
  }
  const asking = setInterval(() => void load(), EVERY)
  onBeforeUnmount(() => clearInterval(asking))
  return { table, subject, failed, digits, shades, load, choose }
}
