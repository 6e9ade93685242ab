import { describe, expect, it } from 'vitest'
import { certificatePdf } from '../../src/exams/certificate-pdf.ts'
import type { CertificateProps } from '../../src/exams/certificate-props.ts'
import { readPdf, scanPage } from '../support/pdf-reader.ts'
import { anCertificate } from './certificate-cast.ts'

async function textOf(props: CertificateProps): Promise<string> {
  const { pages } = await readPdf(await certificatePdf(props))
  return pages.join('\n').replace(/\s+/g, ' ')
}

describe('the health certificate as PDF', () => {
  it('has its parts in the order of the form, on two pages', async () => {
    const { pages, title, language } = await readPdf(await certificatePdf(anCertificate))
    const text = pages.join('\n').replace(/\s+/g, ' ')
    const parts = [
      'TRUNG TÂM Y TẾ NGŨ HÀNH SƠN',
      '00001/GKSKLX/48001/26',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'GIẤY KHÁM SỨC KHỎE',
      'NGUYỄN THỊ AN',
      '048185000123',
      'I. TIỀN SỬ',
      '20. Sử dụng ma túy và chất gây nghiện',
      'II. KHÁM LÂM SÀNG',
      '3. Mắt.',
      '8. Nội tiết.',
      'III. KHÁM CẬN LÂM SÀNG',
      'IV. KẾT LUẬN',
      'NGƯỜI KẾT LUẬN',
      'BSCKII. Nguyễn Hữu Thọ',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(pages).toHaveLength(2)
    expect(title).toContain('00001/GKSKLX/48001/26')
    expect(language).toBe('vi-VN')
  })

  it('carries a QR code to the page that tells whether it is genuine', async () => {
    const scanned = await scanPage(await certificatePdf(anCertificate), 2)
    expect(scanned).toBe('https://lienthong.example/verify/7KQM-2XWD-9HTP-4RVC')
  })

  it('says in words what was found, in numbers what was measured', async () => {
    const text = await textOf(anCertificate)
    expect(text).toContain('Mạch 76 lần/phút; huyết áp 120/78 mmHg.')
    expect(text).toContain('Không: động kinh, liệt vận động, hội chứng ngoại tháp')
    expect(text).toContain('Thị trường: ngang hai mắt 170°')
    expect(text).toContain('Nồng độ cồn: không chỉ định')
    expect(text).toContain('đến hết ngày 24/11/2027')
  })

  it('prints an unfit conclusion with its reason and the section it comes from', async () => {
    const { eyes } = anCertificate.sections
    const { conclusion } = anCertificate
    if (!eyes || !conclusion) throw new Error('the cast lost a section')
    const ground = 'Hai mắt cùng nhìn dưới 5/10.'
    const props: CertificateProps = {
      ...anCertificate,
      sections: { ...anCertificate.sections, eyes: { ...eyes, disqualifications: [ground] } },
      conclusion: { ...conclusion, outcome: 'unfit', reason: ground },
    }
    const text = await textOf(props)
    expect((await readPdf(await certificatePdf(props))).pages).toHaveLength(2)
    expect(text).toContain('Kết luận: không đạt – Hai mắt cùng nhìn dưới 5/10.')
    expect(text).toContain(`Lý do: ${ground}`)
  })

  it('says of a part that nobody examined that nobody did', async () => {
    const { psychiatry: _, ...sections } = anCertificate.sections
    expect(await textOf({ ...anCertificate, sections })).toContain('1. Tâm thần. Chưa khám.')
  })

  it.each([
    ['draft', 'BẢN NHÁP'],
    ['unpaid', 'CHƯA THANH TOÁN'],
    ['revoked', 'ĐÃ THU HỒI'],
  ] as const)('marks every page of one that is %s', async (hold, words) => {
    const { pages } = await readPdf(await certificatePdf({ ...anCertificate, hold }))
    for (const page of pages) expect(page).toContain(words)
  })

  it('loses no word of notes too long for two pages', async () => {
    const { eyes } = anCertificate.sections
    if (!eyes) throw new Error('the cast lost a section')
    const note = Array.from({ length: 700 }, (_, index) => `chữ${index}`).join(' ')
    const text = await textOf({
      ...anCertificate,
      sections: { ...anCertificate.sections, eyes: { ...eyes, findings: { note } } },
    })
    for (const word of ['chữ0 ', 'chữ350 ', 'chữ699 ']) expect(text).toContain(word)
    expect(text).toContain('IV. KẾT LUẬN')
  })

  it('is drawn without its portrait when the picture is damaged', async () => {
    const portrait = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
    expect(await textOf({ ...anCertificate, portrait })).toContain('4 × 6 cm')
  })

  it('has the same bytes each time it is drawn', async () => {
    const [first, second] = await Promise.all([
      certificatePdf(anCertificate),
      certificatePdf(anCertificate),
    ])
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  })
})
