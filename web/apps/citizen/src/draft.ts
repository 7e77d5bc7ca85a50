import { reactive, watch } from 'vue'

/** 草稿: what was typed is kept on the phone with the id it will be sent under, until the receipt is there. */
export interface Draft {
  id: string; words: string; classCode: string; at: [number, number] | null; address: string
  photos: string[]; name: string; phone: string; email: string; wantsReply: boolean
}

const KEPT = 'jingwei.citizen.draft'

const fresh = (): Draft => ({ id: crypto.randomUUID(), words: '', classCode: '', at: null, address: '', photos: [], name: '', phone: '', email: '', wantsReply: false })

function kept(): Draft {
  try {
    return { ...fresh(), ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Draft> }
  } catch {
    return fresh()
  }
}

export const draft = reactive<Draft>(kept())

watch(draft, now => localStorage.setItem(KEPT, JSON.stringify(now)), { deep: true })

/** After the receipt: a new report gets a new id; who reports stays, so that he need not type it again. */
export function begin() {
  const { name, phone, email } = draft
  Object.assign(draft, fresh(), { name, phone, email })
}
