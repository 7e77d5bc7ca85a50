import { ref } from 'vue'

/** What a page has to say of the last thing it was asked to do: that it is done, or the refusal. */
export function useGuarded() {
  const said = ref('')
  const error = ref<unknown>(null)

  async function guarded(work: () => Promise<unknown>, done = ''): Promise<void> {
    error.value = null
    said.value = ''
    try {
      await work()
      said.value = done
    } catch (refused) {
      error.value = refused
    }
  }
  return { said, error, guarded }
}
