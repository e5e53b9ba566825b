import cors from 'cors'
import express from 'express'

test('reflects', () => {
  express().use(cors({ origin: true, credentials: true })) // a test tries it on purpose
})
