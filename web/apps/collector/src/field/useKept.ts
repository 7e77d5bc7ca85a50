import { ref, toRaw } from 'vue'
import { useRouter } from 'vue-router'
import { dropItem, getItem, putItem } from '../kept/store'
import type { Item, Medium } from './item'
import { pump, recount } from './outbox'

/**
 * 草稿: what is filled in the street is on the phone at every touch, before the page says so. Writings follow one another, so that an
 * older text never comes after a newer one.
 */
export function useKept(id: string, touched: () => void = () => {}) {
  const router = useRouter()
  const item = ref<Item | null>(null)
  const savedAt = ref('')
  let writing = Promise.resolve()

  /** Reads it, or leaves for the first page where it is gone. */
  async function open(): Promise<Item | null> {
    item.value = await getItem<Item>(id)
    if (!item.value) await router.replace('/')
    return item.value
  }
  function save(): Promise<void> {
    savedAt.value = ''
    touched()
    writing = writing.then(async () => {
      if (!item.value) return
      await putItem({ ...JSON.parse(JSON.stringify(toRaw(item.value))) as Item, at: Date.now() })
      savedAt.value = new Date().toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
    })
    return writing
  }
  function change(of: Partial<Item['particulars']>): void {
    if (item.value) item.value.particulars = { ...item.value.particulars, ...of }
    void save()
  }
  function keep(medium: Medium): void {
    item.value?.media.push(medium)
    void save()
  }
  function drop(medium: Medium): void {
    if (item.value) item.value.media = item.value.media.filter(each => each.hash !== medium.hash)
    void save()
  }
  /** Into the outbox, which sends it when it can. */
  async function queue(): Promise<void> {
    if (!item.value) return
    Object.assign(item.value, { box: 'queue', saidAt: new Date().toISOString() })
    await save()
    await recount()
    void pump()
    await router.replace('/boxes')
  }
  async function remove(): Promise<void> {
    if (item.value) await dropItem(item.value.id)
    await recount()
    await router.replace('/')
  }
  return { item, savedAt, open, save, change, keep, drop, queue, remove }
}
