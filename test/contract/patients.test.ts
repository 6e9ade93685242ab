import { beforeAll, describe, expect, it } from 'vitest'
import { type Caller, withApp } from '../support/app.ts'
import { jsonOf, nullsIn, pointersOf, refused, registered, somebody, wholeHouse } from './wire.ts'

const app = withApp()
let house: Caller
beforeAll(async () => {
  house = await wholeHouse(app())
})

const path = '/api/v1/patients'
const register = (body: object) => house.post(path, body)

describe('a person', () => {
  it('comes back as sent, with id, version and warnings and nothing that is absent', async () => {
    const sent = somebody({
      identityCard: { number: '048185900001', issuedOn: '2021-05-01', issuedPlace: 'Bộ Công an' },
      passport: 'C1234567',
      address: { text: '12 Lê Văn Hiến', ward: '20285', province: '48' },
      phone: '0905123456',
      email: 'an@example.com',
    })
    const answer = await register(sent)
    expect(answer.status).toBe(201)
    const body = await jsonOf(answer)
    expect(body).toMatchObject({ ...sent, version: 1, warnings: [] })
    expect(answer.headers.get('location')).toBe(`${path}/${body.id}`)
    const read = await jsonOf(await house.get(answer.headers.get('location') ?? ''))
    expect(read).toEqual(body)
    const least = await registered(house)
    expect(Object.keys(least).sort()).toEqual(
      ['birthDate', 'id', 'identityCard', 'name', 'sex', 'version', 'warnings'].sort(),
    )
    expect(nullsIn([body, least])).toEqual([])
  })

  it('keeps a decomposed name composed, and is found by either and without accents', async () => {
    const name = 'Đỗ Thị Bích Phượng'
    const body = await registered(house, { name: name.normalize('NFD') })
    expect(body.name).toBe(name)
    for (const q of [name, name.normalize('NFD'), 'do thi bich phuong', 'PHUONG BICH']) {
      const found = await jsonOf(await house.get(`${path}?q=${encodeURIComponent(q)}`))
      expect(found.items.map(({ id }: { id: string }) => id)).toContain(body.id)
    }
  })

  it('is found by number and by phone', async () => {
    const body = await registered(house, { phone: '+84905777888' })
    for (const q of [body.identityCard.number, '0905777888', '+84905777888', '5777888']) {
      const found = await jsonOf(await house.get(`${path}?q=${encodeURIComponent(q)}`))
      expect(
        found.items.map(({ id }: { id: string }) => id),
        q,
      ).toContain(body.id)
    }
  })

  it('of the same number and data is who is there (200), of other data a conflict', async () => {
    const sent = somebody()
    const first = await jsonOf(await register(sent))
    const same = await register(sent)
    expect(same.status).toBe(200)
    expect(await jsonOf(same)).toEqual(first)
    for (const changes of [{ name: 'Người Khác' }, { birthDate: '1985-06-02' }, { sex: 'male' }]) {
      const problem = await refused(
        await register({ ...sent, ...changes }),
        409,
        'duplicate-person',
      )
      expect(problem.existingId).toBe(first.id)
      const forced = await register({ ...sent, ...changes, confirmNew: true })
      await refused(forced, 409, 'duplicate-person')
    }
  })

  it('who resembles another is shown the candidates, until someone confirms', async () => {
    const sent = somebody()
    const first = await jsonOf(await register(sent))
    const { identityCard: _, ...alike } = sent
    const problem = await refused(await register(alike), 409, 'possible-duplicate')
    expect(problem.candidates).toMatchObject([{ id: first.id, name: first.name }])
    const answer = await register({ ...alike, confirmNew: true })
    expect(answer.status).toBe(201)
    expect(await jsonOf(answer)).not.toHaveProperty('confirmNew')
  })

  it('with a personal id of their own is somebody else, whatever the name and birth date', async () => {
    const sent = somebody()
    await register(sent)
    const { identityCard } = somebody()
    expect((await register({ ...sent, identityCard })).status).toBe(201)
  })

  it('whose number disagrees with birth date and sex is warned of in the reader’s language', async () => {
    const sent = somebody({ birthDate: '1991-01-01', sex: 'male' })
    const said = async (language: string) => {
      const answer = await house.post(path, sent, { 'accept-language': language })
      const { warnings } = await jsonOf(answer)
      expect(warnings.length).toBeGreaterThanOrEqual(2)
      for (const warning of warnings)
        expect(Object.keys(warning).sort()).toEqual(['code', 'message'])
      return warnings.map(({ message }: { message: string }) => message)
    }
    expect(await said('en')).not.toEqual(await said('vi'))
  })
})

describe('an identity card’s QR', () => {
  const qr = (...fields: string[]) => ({ identityCardQr: fields.join('|') })
  const card = [
    '048185910001',
    '201234567',
    'TRẦN THỊ QUÉT',
    '12031985',
    'Nữ',
    '12 Lê Văn Hiến, Ngũ Hành Sơn, Đà Nẵng',
    '15082021',
  ]

  it('is a person, whatever later cards add to it', async () => {
    const answer = await register(qr(...card, 'NGUYỄN VĂN BA', '', 'x'))
    expect(answer.status).toBe(201)
    expect(await jsonOf(answer)).toMatchObject({
      birthDate: '1985-03-12',
      sex: 'female',
      identityCard: {
        number: '048185910001',
        issuedOn: '2021-08-15',
        issuedPlace: 'Cục CS QLHC về TTXH',
      },
      address: { text: card[5], ward: '20285', province: '48' },
    })
    expect((await register(qr(...card))).status).toBe(200)
  })

  it.each([
    ['nothing', ['']],
    ['six fields', card.slice(0, 6)],
    ['eleven digits', ['04818591000', ...card.slice(1)]],
    ['letters for the number', ['04818591000A', ...card.slice(1)]],
    ['a birth date that is none', card.with(3, '31021985')],
    ['a birth date with dashes', card.with(3, '1985-03-12')],
    ['another sex', card.with(4, 'X')],
    ['an issue date that is none', card.with(6, '00002021')],
    ['no name', card.with(2, ' ')],
  ])('with %s is 422 at itself', async (_, fields) => {
    const problem = await refused(await register(qr(...fields)), 422)
    expect(pointersOf(problem)).toEqual(['/identityCardQr'])
  })

  it('that is no text is 422', async () => {
    for (const identityCardQr of [null, 5, {}, []]) {
      expect(pointersOf(await refused(await register({ identityCardQr }), 422))[0]).toBe(
        '/identityCardQr',
      )
    }
  })
})

describe('what is refused', () => {
  it.each<[object, string]>([
    [{ name: null }, '/name'],
    [{ name: 'x'.repeat(101) }, '/name'],
    [{ name: ['An'] }, '/name'],
    [{ birthDate: '01/06/1985' }, '/birthDate'],
    [{ birthDate: '1985-06-01T00:00:00Z' }, '/birthDate'],
    [{ birthDate: '' }, '/birthDate'],
    [{ birthDate: '2999-01-01' }, '/birthDate'],
    [{ sex: 'Nữ' }, '/sex'],
    [{ sex: null }, '/sex'],
    [{ identityCard: '048185000001' }, '/identityCard'],
    [{ identityCard: {} }, '/identityCard/number'],
    [{ identityCard: { number: '04818500000' } }, '/identityCard/number'],
    [{ identityCard: { number: '0481850000011' } }, '/identityCard/number'],
    [
      { identityCard: { number: '048185000777', issuedOn: '2999-01-01' } },
      '/identityCard/issuedOn',
    ],
    [{ identityCard: { number: '048185000777', by: 'x' } }, '/identityCard/by'],
    [{ passport: '' }, '/passport'],
    [{ passport: '12345678' }, '/passport'],
    [{ phone: '0123456789' }, '/phone'],
    [{ phone: '090512345' }, '/phone'],
    [{ phone: 905123456 }, '/phone'],
    [{ phone: '+85905123456' }, '/phone'],
    [{ email: 'a@b' }, '/email'],
    [{ email: 'a b@c.vn' }, '/email'],
    [{ address: 'Đà Nẵng' }, '/address'],
    [{ address: { ward: '20285' } }, '/address/text'],
    [{ address: { text: 'x'.repeat(256) } }, '/address/text'],
    [{ confirmNew: 'yes' }, '/confirmNew'],
    [{ age: 41 }, '/age'],
  ])('%j at %s', async (changes, pointer) => {
    const problem = await refused(await register(somebody(changes)), 422)
    expect(pointersOf(problem)).toEqual([pointer])
  })

  it('of a text with half a character in it says where', async () => {
    for (const name of ['An \ud800', 'An\u0000Bình']) {
      expect(pointersOf(await refused(await register(somebody({ name })), 422))).toEqual(['/name'])
    }
  })
})

describe('a portrait', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64)])
  const put = (id: string, body: Buffer, headers: Record<string, string> = {}) =>
    app().request(`${path}/${id}/portrait`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${house.token}`, 'content-type': 'image/jpeg', ...headers },
      body: new Uint8Array(body),
    })

  it('is put as a picture, which raises the version', async () => {
    const { id } = await registered(house)
    const answer = await put(id, jpeg)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).toBe('"2"')
    expect(await jsonOf(answer)).toMatchObject({ id, version: 2 })
    await refused(await put(id, jpeg, { 'if-match': '"1"' }), 409, 'stale-version')
  })

  it('that is none is 415, one that is too large 413', async () => {
    const { id } = await registered(house)
    for (const body of [Buffer.from('GIF89a'), Buffer.alloc(0), Buffer.from('<svg/>')]) {
      await refused(await put(id, body), 415)
    }
    await refused(await put(id, Buffer.concat([jpeg, Buffer.alloc(2.5 * 1024 * 1024)])), 413)
    await refused(await put(id, Buffer.concat([jpeg, Buffer.alloc(4 * 1024 * 1024)])), 413)
  })
})
