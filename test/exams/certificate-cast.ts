import { calendarDate } from '../../src/core/calendar-date.ts'
import type { CertificateProps } from '../../src/exams/certificate-props.ts'
import { personalQuestions } from '../../src/exams/certificate-words.ts'

const on = calendarDate('2026-11-24')
const no = { answer: false }

function signed<T>(name: string, registration: string, findings: T) {
  return { findings, doctor: { name, registration }, signedOn: on }
}

/** An's certificate: fit for class B. */
export const anCertificate: CertificateProps = {
  createdAt: new Date('2026-11-24T03:32:00Z'),
  facility: {
    superior: 'Sở Y tế thành phố Đà Nẵng',
    name: 'Trung tâm Y tế Ngũ Hành Sơn',
    address: '582 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng',
    place: 'Đà Nẵng',
  },
  number: '00001/GKSKLX/48001/26',
  person: {
    name: 'Nguyễn Thị An',
    sex: 'female',
    birthDate: calendarDate('1985-03-08'),
    document: {
      kind: 'identity-card',
      number: '048185000123',
      issuedOn: calendarDate('2021-05-19'),
      issuedPlace: 'Cục CS QLHC về TTXH',
    },
    address: '45 Trần Đại Nghĩa, phường Ngũ Hành Sơn, thành phố Đà Nẵng',
    phone: '0905 123 456',
  },
  licenceClass: 'B',
  purpose: 'renewal',
  declaration: {
    family: {
      infectious: no,
      cardiovascular: { answer: true, detail: 'Mẹ tăng huyết áp từ năm 60 tuổi' },
      diabetes: no,
      tuberculosis: no,
      asthma: no,
      cancer: no,
      epilepsy: no,
      psychiatric: no,
      other: no,
    },
    personal: {
      ...Object.fromEntries(Object.keys(personalQuestions).map((key) => [key, no])),
      digestive: { answer: true, detail: 'viêm dạ dày năm 2022, đã điều trị khỏi' },
    },
    currentIllness: null,
    medicines: null,
    signedOn: on,
  },
  sections: {
    psychiatry: signed('BSCKI. Trần Văn Bình', '0012345/ĐNA-CCHN', {
      acuteOrProgressing: false,
      stableSince: null,
    }),
    neurology: signed('BSCKI. Trần Văn Bình', '0012345/ĐNA-CCHN', {
      epilepsy: false,
      lastSeizureOn: null,
      paralysedLimbs: 0,
      extrapyramidalSyndrome: false,
      deepSensationDisorder: false,
      superficialSensationDisorder: false,
      pathologicalVertigo: false,
    }),
    eyes: signed('BS. Lê Thị Kim Ngọc', '0023456/ĐNA-CCHN', {
      acuity: {
        right: { uncorrected: 7, corrected: 10 },
        left: { uncorrected: 6, corrected: 10 },
        both: { uncorrected: 8, corrected: 10 },
      },
      oneEyed: false,
      refraction: { right: -1.25, left: -1.5 },
      colourVision: 'normal',
      diplopia: false,
      field: {
        horizontal: 170,
        rightExtent: 85,
        leftExtent: 85,
        above: 45,
        below: 60,
        hemianopia: false,
        scotoma: false,
      },
      glareDisease: false,
      nightBlindness: false,
      diseases: 'cận thị hai mắt',
    }),
    ent: signed('BS. Phạm Quốc Dũng', '0034567/ĐNA-CCHN', {
      right: { speech: 6, whisper: 2 },
      left: { speech: 6, whisper: 2 },
      hearingAid: false,
    }),
    cardiovascular: signed('BSCKII. Võ Minh Đức', '0045678/ĐNA-CCHN', {
      pulse: 76,
      systolic: 120,
      diastolic: 78,
      hypertensionTreated: false,
      avBlock: 0,
      symptomaticBradycardia: false,
      unstableTachyarrhythmia: false,
      lown: 0,
      structuralHeartDisease: false,
      nyha: 0,
      vascularDiseaseAffectingDriving: false,
      coronaryAngina: false,
      heartTransplant: false,
      coronaryRevascularised: false,
    }),
    respiratory: signed('BSCKII. Võ Minh Đức', '0045678/ĐNA-CCHN', {
      mmrc: 0,
      asthma: 'none' as const,
      infectiousTuberculosis: false,
    }),
    musculoskeletal: signed('BS. Huỳnh Tấn Phát', '0056789/ĐNA-CCHN', {
      lostHandOrFoot: false,
      fusedLargeJoint: false,
      pseudarthrosis: false,
      severeSpinalDeformity: false,
      limbLengthDifference: 0,
      lengthAid: false,
      lostFingersOneHand: 0,
      lostFeet: 0,
    }),
    endocrine: signed('BSCKII. Võ Minh Đức', '0045678/ĐNA-CCHN', {
      diabetes: false,
      lastDiabeticComaOn: null,
    }),
    substances: signed('CN. Đỗ Thị Thu Hà', '0067890/ĐNA-CCHN', {
      amphetamin: 'negative' as const,
      marijuana: 'negative' as const,
      morphin: 'negative' as const,
      codein: 'negative' as const,
      heroin: 'negative' as const,
      alcohol: null,
      impairingMedicine: false,
      stimulantOrHallucinogenAbuse: false,
    }),
  },
  conclusion: {
    outcome: 'fit',
    doctor: { name: 'BSCKII. Nguyễn Hữu Thọ', registration: '0001234/ĐNA-CCHN' },
    signedAt: new Date('2026-11-24T03:32:00Z'),
  },
  validUntil: calendarDate('2027-11-24'),
  verification: {
    url: 'https://lienthong.example/verify/7KQM-2XWD-9HTP-4RVC',
    code: '7KQM-2XWD-9HTP-4RVC',
  },
}
