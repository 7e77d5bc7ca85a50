import { currentSession, Refused, signOut, speaker, type Me } from '@jingwei/api'
import { computed, ref } from 'vue'

const KEPT_POST = 'jingwei.post'
const NEEDED = 'SITUATION_READ'

/** Who looks at the wall; null for nobody. */
export const me = ref<Me | null>(null)
export const post = ref('')
export const postName = computed(() => me.value?.posts.find(one => one.id === post.value)?.name ?? '')
export const may = (permission: string) => me.value?.posts.find(one => one.id === post.value)?.permissions.includes(permission) ?? false

let asked: Promise<void> | undefined

export function find(): Promise<void> {
  asked ??= currentSession().then(begin, error => {
    if (!(error instanceof Refused) || error.problem.status === 0 || error.problem.status >= 500) asked = undefined
  })
  return asked
}

/** Speaks from the post chosen before, or else from the first that may look at the wall. */
export function begin(who: Me): void {
  me.value = who
  speaker.csrf = who.csrf
  const kept = localStorage.getItem(KEPT_POST)
  const able = who.posts.filter(one => one.permissions.includes(NEEDED))
  const chosen = able.find(one => one.id === kept) ?? able[0] ?? who.posts[0]
  post.value = speaker.post = chosen?.id ?? ''
}

export async function leave(): Promise<void> {
  await signOut().catch(() => undefined)
  forget()
}

export function forget(): void {
  me.value = null
  post.value = speaker.post = speaker.csrf = ''
}
