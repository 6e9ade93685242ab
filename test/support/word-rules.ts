import type { Rule } from './import-rules.ts'
import { dotted, isNode, type Node, nodes, type Source } from './imports.ts'

/** A catalogue of words, or a table of the law or of a form: rows that carry their own wording. */
const catalogue = /(^|[/-])words\.ts$|^src\/exams\/(standards|fields)\//
/** The paper form as the ministry words it: in Vietnamese alone, and where it is drawn. */
const printedForm =
  /^src\/exams\/((certificate|paper-form)-.*(drawing|pdf)|certificate-findings)\.ts$/
const diacritics = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i
const spoken = /\p{L}{2}/u
/** Attributes that a person reads or hears. */
const readAloud =
  /^(aria-label|aria-description|title|alt|placeholder|label|hint|text|lead|caption)$/

const says = (node: unknown) => spoken.test(textOf(node))
const speaks = ({ path }: Source) => path.startsWith('src/') && !catalogue.test(path)

export const wordRules: readonly Rule[] = [
  {
    name: 'a page’s text comes from a catalogue',
    find: (source) =>
      speaks(source)
        ? nodes(source.program)
            .filter(({ type }) => type === 'JSXElement' || type === 'JSXFragment')
            .filter((node) => !isLetters(node))
            .flatMap(childTexts)
        : [],
    examples: [
      ['src/exams/views.tsx', 'const a = <p>Chưa khám</p>'],
      ['src/exams/views.tsx', `const a = <p>{'Not examined'}</p>`],
    ],
  },
  {
    name: 'what a page’s parts are called comes from a catalogue',
    find: (source) =>
      speaks(source)
        ? nodes(source.program)
            .filter(({ type }) => type === 'JSXAttribute')
            .filter(({ name, value }) => readAloud.test(attributeName(name)) && says(value))
            .map(({ value }) => textOf(value))
        : [],
    examples: [
      ['src/exams/views.tsx', 'const a = <nav aria-label="Pages" />'],
      ['src/exams/views.tsx', 'const a = <Field label="Mạch" />'],
    ],
  },
  {
    name: 'a sentence stands in a catalogue in both languages',
    find: (source) =>
      speaks(source)
        ? nodes(source.program)
            .filter(({ type, key, value }) => type === 'Property' && isLanguage(key) && says(value))
            .map(({ value }) => textOf(value))
        : [],
    examples: [
      ['src/exams/exam.ts', `const a = { vi: 'Không', en: 'No' }`],
      ['src/exams/exam.ts', 'const a = { vi: `{n} phút`, en: `{n} min` }'],
    ],
  },
  {
    name: 'Vietnamese is spoken from a catalogue',
    find: (source) =>
      speaks(source) && !printedForm.test(source.path)
        ? nodes(source.program)
            .map(textOf)
            .filter((text) => diacritics.test(text))
        : [],
    examples: [['src/exams/exam.ts', `throw notFound('lượt khám')`]],
  },
]

/** What stands between tags: text, or a string or template in braces. */
function childTexts({ children }: Node): string[] {
  if (!Array.isArray(children)) return []
  return (children as Node[])
    .map((child) => (child.type === 'JSXExpressionContainer' ? child.expression : child))
    .filter(isNode)
    .map((child) => (child.type === 'JSXText' ? String(child.value) : textOf(child)))
    .filter((text) => spoken.test(text))
}

/** The text of a string or template; of a template without what is put into it. */
function textOf(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'JSXExpressionContainer') return textOf(node.expression)
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return ''
  return (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join('…')
}

/** A key's name, an address or a name of code, which is the same in every language. */
function isLetters({ openingElement }: Node): boolean {
  return isNode(openingElement) && /^(Kbd|kbd|code)$/.test(attributeName(openingElement.name))
}

function attributeName(node: unknown): string {
  return isNode(node) ? String(node.name) : ''
}

function isLanguage(key: unknown): boolean {
  return ['vi', 'en'].includes(dotted(key))
}
