import { ask, query, showCase, speaker, type CaseLine, type CaseView, type Evidence } from '@jingwei/api'
import { ref } from 'vue'
import { dropNamed, getPhoto, isOpen, named, putNamed, putPhoto, versions } from '../kept/store'

export interface Task { line: CaseLine, view: CaseView }
export interface SpotCheck { id: string, kind: string, number: string, orderedAt: string, answeredAt?: string, agrees?: boolean }

/** 转交: a colleague's task offered to me, or mine offered to a colleague and not answered yet (DEV-21). */
export interface Offer { id: string, number: string, from: string, fromName: string, to: string, toName: string, words: string, offeredAt: string, agreed?: boolean }

/** Acts a collector answers a task with; which of them is possible, the server says with the case. */
const ANSWERS = ['verify-true', 'verify-false', 'pass-check', 'fail-check']

export const tasks = ref<Task[]>([])
export const offers = ref<Offer[]>([])
export const spotChecks = ref<SpotCheck[]>([])
export const answersOf = (task: Task) => task.view.possibleActs.filter(act => ANSWERS.includes(act.act) && !act.refusal)

/** What was shown before: by the report, the verification and the handling, in their order. */
export function photosOf(view: CaseView): Evidence[] {
  const all = [...view.reported.evidence, ...view.acts.flatMap(act => act.particulars.evidence ?? [])]
  return [...new Map(all.filter(each => each.kind !== 'DOCUMENT').map(each => [each.hash, each])).values()]
}

export async function loadTasks(): Promise<void> {
  if (isOpen()) tasks.value = inOrder(await named<Task>('tasks', ''))
}

const inOrder = (all: Task[]) => all.sort((a, b) => (a.line.due ?? '9').localeCompare(b.line.due ?? '9'))

/** My open tasks, with their photos, on the phone: they are read in the street without a network. */
export async function refreshTasks(): Promise<void> {
  const page = await ask<{ cases: CaseLine[] }>('GET', `/api/cases${query({ collector: speaker.post, size: 100 })}`)
  const known = await versions('tasks')
  for (const line of page.cases) {
    if (known.get(line.number) === String(line.version)) continue
    await putNamed('tasks', line.number, String(line.version), { line, view: await showCase(line.number) })
  }
  const open = new Set(page.cases.map(line => line.number))
  await dropNamed('tasks', [...known.keys()].filter(number => !open.has(number)))
  // An act comes before its photos (form first), so one that was not there yet is asked for again each time.
  for (const { view } of await named<Task>('tasks', '')) for (const { hash } of photosOf(view)) await keepPhoto(hash)
  await loadTasks()
  offers.value = await ask<Offer[]>('GET', '/api/collection/handovers/open')
  spotChecks.value = (await ask<SpotCheck[]>('GET', `/api/collection/spot-checks${query({ post: speaker.post })}`))
    .filter(check => !check.answeredAt)
}

async function keepPhoto(hash: string): Promise<void> {
  if (await getPhoto(hash)) return
  const answer = await fetch(`/api/media/${hash}/thumbnail`, { credentials: 'same-origin', headers: { 'X-Post': speaker.post } })
  if (answer.ok) await putPhoto(hash, await answer.arrayBuffer(), answer.headers.get('Content-Type') ?? 'image/jpeg')
}
