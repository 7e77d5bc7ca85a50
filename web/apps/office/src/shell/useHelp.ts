import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { postKind } from './useSignedIn'

const PAGES = import.meta.glob<string>('../../../../../docs/manual/*.md', { query: '?manual', import: 'default' })
const OF_POST: Record<string, string> = {
  'operator': 'operator', 'shift-leader': 'shift-leader', 'dispatcher': 'dispatcher', 'handler': 'unit', 'collector': 'collector',
  'leader': 'leader', 'center-chief': 'leader', 'command-chief': 'leader', 'administrator': 'basedata', 'security-administrator': 'maintenance', 'audit-administrator': 'maintenance',
}
/** Places that have a page of their own whatever the post. */
const OF_PLACE: [string, string][] = [['/evaluation', 'evaluation'], ['/geocoding', 'geocoding'], ['/basedata', 'basedata'], ['/exchange', 'exchange'], ['/workshop/process', 'workshop'], ['/workshop', 'maintenance'], ['/second-step', 'maintenance']]

export const helpOpen = ref(false)

/** 就地帮助: the page of the manual for this place and post, and the page somebody follows from there. */
export function useHelp() {
  const route = useRoute()
  const home = computed(() => OF_PLACE.find(([path]) => route.path.startsWith(path))?.[1] ?? OF_POST[postKind.value] ?? 'desks')
  const page = ref(home.value)
  const html = ref('')
  watch([home, helpOpen], () => { page.value = home.value })
  watch([page, helpOpen], async ([wanted, open]) => {
    if (!open) return
    const load = Object.entries(PAGES).find(([file]) => file.endsWith(`/${wanted}.md`))?.[1]
    const said = load ? await load().catch(() => '') : ''
    if (wanted === page.value) html.value = said
  }, { immediate: true })
  return { page, html, home }
}
