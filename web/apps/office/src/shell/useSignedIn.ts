import { currentSession, desk, Refused, signOut as leave, speaker, type Me } from '@jingwei/api'
import { computed, ref } from 'vue'

const KEPT_POST = 'jingwei.post'

/** Who is signed in; null for nobody. */
export const signedIn = ref<Me | null>(null)
/** The post spoken from. */
export const post = ref('')
/** Kind of the post spoken from, as the desk tells it; empty until it has. */
export const postKind = ref('')
export const permissions = computed(() => signedIn.value?.posts.find(held => held.id === post.value)?.permissions ?? [])

let asked: Promise<void> | undefined

/** Asks once after a reload whether the cookie still carries a session. */
export function find(): Promise<void> {
  asked ??= currentSession().then(begin, error => {
    if (!(error instanceof Refused) || error.problem.status === 0 || error.problem.status >= 500) asked = undefined
  })
  return asked
}

export function begin(me: Me): void {
  signedIn.value = me
  speaker.csrf = me.csrf
  const kept = localStorage.getItem(KEPT_POST)
  speakFrom(me.posts.some(held => held.id === kept) ? String(kept) : me.post ?? me.posts[0]?.id ?? '')
}

/** Asks anew what one may do: an appointment may have taken something away. */
export async function refresh(): Promise<void> {
  begin(await currentSession())
}

export function speakFrom(chosen: string): void {
  post.value = chosen
  speaker.post = chosen
  if (chosen) {
    localStorage.setItem(KEPT_POST, chosen)
    void desk().then(answer => { if (answer.post === post.value) postKind.value = answer.kind }, () => undefined)
  }
}

function end(): void {
  signedIn.value = null
  speaker.csrf = ''
  speaker.post = ''
  post.value = ''
  postKind.value = ''
}

let leaving = false

/** The session ended by itself; false where it ended because its owner is signing out. */
export function ended(): boolean {
  if (leaving || !signedIn.value) return false
  end()
  return true
}

export async function signOut(): Promise<void> {
  leaving = true
  try {
    await leave().catch(() => undefined)
    end()
  } finally {
    leaving = false
  }
}

/** The second step is on: nothing holds the administrator back any more. */
export function secured(): void {
  if (signedIn.value) signedIn.value = { ...signedIn.value, mustSecure: false }
}

/** The password was changed: nothing holds the person back any more. */
export function passwordChanged(): void {
  if (signedIn.value) signedIn.value = { ...signedIn.value, mustChange: false }
}
