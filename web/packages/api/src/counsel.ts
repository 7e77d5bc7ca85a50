import { ask } from './client'
import type { Point } from './cases'

export interface Question { id: string, number: string, askedBy: string, askedOf: string, words: string, askedAt: string, answer?: string | null, answeredAt?: string | null }
export interface HandOn { number: string, unit: string, givenBy: string, givenTo: string, words: string, givenAt: string, at?: Point | null, thereAt?: string | null }
export interface Counsel { questions: Question[], higher: { post: string, name: string }[], handOns: HandOn[], told: Told[] }
/** 通知回执; `recipient` as the notice was addressed: post:water-1. */
export interface Told { recipient: string, text: { zh: string, en: string }, madeAt: string, readAt?: string | null }
export interface Worker { post: string, name: string, unit: string, unitName: string, open: string[], at?: Point | null, seenAt?: string | null }

const of = (number: string) => `/api/cases/${encodeURIComponent(number)}`

export const counsel = (number: string) => ask<Counsel>('GET', `${of(number)}/counsel`)
export const askInstructions = (number: string, id: string, body: { of: string, words: string }, key: string) =>
  ask<Question>('PUT', `${of(number)}/questions/${id}`, { body, key })
export const answerQuestion = (id: string, words: string, key: string) => ask<Question>('PUT', `/api/questions/${id}/answer`, { body: { words }, key })
export const questionsForMe = () => ask<Question[]>('GET', '/api/questions')
export const crew = () => ask<Worker[]>('GET', '/api/crew')
export const handOn = (number: string, body: { to: string, words: string }) => ask<void>('PUT', `${of(number)}/hand-on`, { body })
export const takeBack = (number: string) => ask<void>('DELETE', `${of(number)}/hand-on`)
export const arrive = (number: string, at: Point) => ask<void>('PUT', `${of(number)}/hand-on/arrival`, { body: at })
