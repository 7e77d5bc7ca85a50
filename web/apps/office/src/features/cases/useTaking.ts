import { releaseCase, takeCase, type Taking } from '@jingwei/api'
import { onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import { moved } from '../../shell/useLive'
import { permissions, post } from '../../shell/useSignedIn'

const RENEW = 120_000

/** 占用: holds the case while its page is open and lets go when it is left; tells who has it where somebody came first. */
export function useTaking(number: Ref<string>, wanted: Ref<boolean>) {
  const taking = shallowRef<Taking | null>(null)
  let held = ''

  async function take(): Promise<void> {
    if (!wanted.value || !permissions.value.includes('CASE_ACT')) return
    const asked = number.value
    const answer = await takeCase(asked).catch(() => null)
    if (asked !== number.value) return
    taking.value = answer
    held = answer?.mine ? asked : ''
  }
  function letGo(): void {
    if (held) void releaseCase(held).catch(() => undefined)
    held = ''
    taking.value = null
  }
  watch([number, wanted, post], () => {
    letGo()
    void take()
  }, { immediate: true })
  watch(moved, () => {
    if (!document.hidden && taking.value && !taking.value.mine) void take()
  })
  const renewing = setInterval(() => {
    if (!document.hidden) void take()
  }, RENEW)
  window.addEventListener('pagehide', letGo)
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', letGo)
    clearInterval(renewing)
    letGo()
  })
  async function release(): Promise<void> {
    await releaseCase(number.value)
    await take()
  }
  return { taking, release }
}
