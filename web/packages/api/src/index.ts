export * from './cases'
export * from './client'
export * from './foundation'
export * from './geocoding'
