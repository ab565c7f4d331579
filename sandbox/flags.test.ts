import { describe, expect, test } from 'vitest'
import { BadFlags, readFlags } from './flags.ts'

test('without flags there is one quiet world of 60 contacts, on loopback, that takes any loopback page', () => {
  const { settings, ...flags } = readFlags([])
  expect(flags).toEqual({
    host: '127.0.0.1',
    port: 0,
    poolPort: 0,
    contacts: 60,
    groups: 5,
    seed: '1',
    life: 'quiet',
    timeScale: 1,
    startsAtMs: null,
    pools: 1,
    shownAs: null,
    poolShownAs: null,
    negotiateVerifier: null,
  })
  expect(settings).toEqual({
    transports: new Set(['cors', 'xframe']),
    grants: new Set(['password', 'windows', 'passive']),
    allowedOrigins: null,
    authority: null,
    mostSubscriptions: 250,
  })
})

test('origins are compared as browsers write them', () => {
  const { settings } = readFlags([
    '--allowed-origin',
    'HTTPS://Board.Contoso.com:443/',
    '--allowed-origin=http://b:8080',
  ])
  expect(settings.allowedOrigins).toEqual(new Set(['https://board.contoso.com', 'http://b:8080']))
})

test('the moment at which its time begins is the same everywhere', () => {
  expect(readFlags(['--starts-at', '2026-03-02T09:40:00+01:00']).startsAtMs).toBe(Date.UTC(2026, 2, 2, 8, 40))
})

describe('when a flag is not understood', () => {
  test.each<[readonly string[], string]>([
    [['--nope'], "Unknown option '--nope'"],
    [['extra'], "Unexpected argument 'extra'"],
    [['--contacts', 'many'], '--contacts must be a whole number from 0 to 100000, got many'],
    [['--contacts', '1e3'], '--contacts must be a whole number from 0 to 100000, got 1e3'],
    [['--port', '70000'], '--port must be a whole number from 0 to 65535, got 70000'],
    [['--time-scale', '0'], '--time-scale must be a number above 0, got 0'],
    [['--time-scale', 'fast'], '--time-scale must be a number above 0, got fast'],
    [
      ['--starts-at', '2026-03-02T08:40'],
      '--starts-at must be a moment like 2026-03-02T08:40:00Z, got 2026-03-02T08:40',
    ],
    [['--life', 'wild'], '--life must be one of quiet, office, storm, got wild'],
    [['--transports', 'cors,pigeon'], '--transports must be one of cors, xframe, got pigeon'],
    [['--grants', ''], '--grants must be one of password, windows, passive, got '],
    [['--host', '0.0.0.0'], '--host 0.0.0.0 is not a loopback address; --allow-remote lets it be'],
    [['--allowed-origin', 'board'], '--allowed-origin must be an http or https address, got board'],
    [['--authority', 'nowhere'], '--authority must be an http or https address, got nowhere'],
  ])('%j is one clear line', (args, line) => {
    expect(() => readFlags(args)).toThrow(new BadFlags(line))
  })

  test('another host is taken when that is allowed', () => {
    expect(readFlags(['--host', '0.0.0.0', '--allow-remote']).host).toBe('0.0.0.0')
  })
})
