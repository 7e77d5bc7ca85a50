import { say } from '@jingwei/ui/language'
import { ref, toRaw } from 'vue'
import { useRouter } from 'vue-router'
import { dropItem, putItem } from '../kept/store'
import type { Item, Medium } from './item'
import { pump, recount } from './outbox'

/**
 * 草稿: what is filled in the street is on the phone at every touch, before the page says so. Writings follow one another, so that an
 * older text never comes after a newer one; one that failed (the phone is full) is said, and does not stop those after it.
 */
export function useKept(touched: () => void = () => {}) {
  const router = useRouter()
  const item = ref<Item | null>(null)
  const savedAt = ref('')
  const unkept = ref('')
  let writing: Promise<boolean> = Promise.resolve(true)

  /** Goes on with what was found, or leaves for the first page where it is gone. */
  async function open(found: Item | null): Promise<Item | null> {
    item.value = found
    if (!item.value) await router.replace('/')
    return item.value
  }
  /** Whether it is on the phone now. */
  function save(): Promise<boolean> {
    savedAt.value = ''
    touched()
    writing = writing.then(write)
    return writing
  }
  async function write(): Promise<boolean> {
    if (!item.value) return false
    try {
      await putItem({ ...JSON.parse(JSON.stringify(toRaw(item.value))) as Item, at: Date.now() })
    } catch (error) {
      unkept.value = say(`没有存到本机（${String(error)}）。请腾出手机空间，再改一次，先不要离开本页。`,
        `Not kept on the phone (${String(error)}). Free some space, change it once more, and do not leave this page yet.`)
      return false
    }
    savedAt.value = new Date().toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
    unkept.value = ''
    return true
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
  /** Into the outbox, which sends it when it can; it stays a draft where the phone could not keep it. */
  async function queue(): Promise<void> {
    if (!item.value) return
    Object.assign(item.value, { box: 'queue', saidAt: new Date().toISOString() })
    if (!await save()) {
      if (item.value) item.value.box = 'draft'
      return
    }
    await recount()
    void pump()
    await router.replace('/boxes')
  }
  async function remove(): Promise<void> {
    if (item.value) await dropItem(item.value.id)
    await recount()
    await router.replace('/')
  }
  return { item, savedAt, unkept, open, save, change, keep, drop, queue, remove }
}
