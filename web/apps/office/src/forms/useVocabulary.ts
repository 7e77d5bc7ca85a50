import {
  classes, currentProcess, organizations, posts, vocabulary,
  type ClassView, type OrganizationBranch, type PostView, type ProcessState, type Word,
} from '@jingwei/api'
import { inLanguage, plainWord } from '@jingwei/domain'
import { language } from '@jingwei/ui'
import { computed, ref, watch } from 'vue'
import { post, signedIn } from '../shell/useSignedIn'

/** 词汇: names behind the words and codes of the contract. Asked for once a session, and again after it changes hands. */
const acts = ref<Word[]>([])
const stages = ref<Word[]>([])
const states = ref<ProcessState[]>([])
const known = ref<ClassView[]>([])
const tree = ref<OrganizationBranch[]>([])
const seats = ref<PostView[]>([])
let askedFor = ''

export interface UnitChoice { id: string, name: string, kind: string, axis?: string }

function flat(branches: OrganizationBranch[], above = ''): UnitChoice[] {
  return branches.flatMap(branch => [
    { id: branch.id, name: above + branch.name, kind: branch.kind, axis: branch.axis },
    ...flat(branch.below, branch.kind === 'UNIT' ? `${branch.name} / ` : ''),
  ])
}

/** A list that cannot be read leaves codes on the screen in place of names; the page still works. */
async function fill<T>(ask: Promise<T>, put: (answer: T) => void): Promise<void> {
  await ask.then(put, () => undefined)
}

async function load(): Promise<void> {
  const wanted = `${signedIn.value?.account ?? ''} ${language.value}`
  if (!signedIn.value || askedFor === wanted) return
  askedFor = wanted
  await Promise.all([
    fill(vocabulary(), answer => {
      acts.value = answer.acts
      stages.value = answer.stages
    }),
    fill(currentProcess(), answer => { states.value = answer.states }),
    fill(classes(), answer => { known.value = answer }),
    fill(organizations(), answer => { tree.value = answer }),
    fill(posts(), answer => { seats.value = answer }),
  ])
}

export function useVocabulary() {
  watch([() => signedIn.value?.account, language], () => void load(), { immediate: true })

  const units = computed(() => flat(tree.value))
  const classNames = computed(() => new Map(known.value.map(one => [one.code, inLanguage(language.value, one.name, one.nameEn || one.name)])))
  const unitNames = computed(() => new Map(units.value.map(one => [one.id, one.name])))
  const postNames = computed(() => new Map(seats.value.map(one => [one.id, one.name])))
  const stateNames = computed(() => new Map(states.value.map(one => [one.word, one.name])))
  const word = (words: Word[], wanted: string) => {
    const found = words.find(one => one.word === plainWord(wanted))
    return found ? inLanguage(language.value, found.zh, found.en) : wanted
  }
  return {
    stages,
    classes: known,
    units,
    handlingUnits: computed(() => units.value.filter(one => one.axis === 'HANDLING' || one.kind === 'UNIT')),
    collectors: computed(() => seats.value.filter(one => one.kind === 'collector')),
    postKind: computed(() => seats.value.find(one => one.id === post.value)?.kind ?? ''),
    postsKnown: computed(() => seats.value.length > 0),
    className: (code: string) => classNames.value.get(code) ?? code,
    unitName: (id: string | null | undefined) => (id ? unitNames.value.get(id) ?? id : '—'),
    postName: (id: string | null | undefined) => (id ? postNames.value.get(id) ?? id : '—'),
    stateName: (name: string) => (language.value === 'en' ? name : stateNames.value.get(name) ?? name),
    stageName: (name: string) => word(stages.value, name),
    actName: (name: string) => word(acts.value, name),
  }
}
