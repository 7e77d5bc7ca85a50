/** What a photo given with an act shows of the case. */
export function evidenceKind(act: string): 'BEFORE' | 'AFTER' | 'VERIFY' | 'CHECK' | 'DOCUMENT' {
  switch (act) {
    case 'report':
    case 'register':
      return 'BEFORE'
    case 'handle':
    case 'settle-on-spot':
    case 'close-short':
      return 'AFTER'
    case 'verify-true':
    case 'verify-false':
      return 'VERIFY'
    case 'pass-check':
    case 'fail-check':
      return 'CHECK'
    default:
      return 'DOCUMENT'
  }
}
