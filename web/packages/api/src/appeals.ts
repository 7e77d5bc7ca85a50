import { ask } from './client'

/** 超时申诉: once a case, after closing; the command side reviews first, the head of supervision decides. */
export interface Appeal {
  id: string
  number: string
  unit: string
  reason: string
  post: string
  raisedAt: string
  status: 'asked' | 'supported' | 'granted' | 'refused'
  firstPost?: string | null
  firstOpinion?: string | null
  lastPost?: string | null
  lastOpinion?: string | null
}

export const appeals = () => ask<Appeal[]>('GET', '/api/evaluation/appeals')
export const raiseAppeal = (body: { number: string, reason: string }, key: string) => ask<{ id: string }>('POST', '/api/evaluation/appeals', { body, key })
export const decideAppeal = (id: string, body: { grant: boolean, opinion: string }, key: string) =>
  ask<void>('POST', `/api/evaluation/appeals/${id}/decision`, { body, key })
