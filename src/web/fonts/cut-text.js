/** Every character of the cut typeface: ASCII, Vietnamese, and the marks that our pages use. */
const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
const vowels = [...'aăâeêioôơuưy']
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const vietnamese = vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')))
const small = [...vietnamese, 'đ']
const capital = small.map((letter) => letter.toUpperCase())
const marks = [...'\u00a0\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323·–—−‘’“”…•«»°±×÷²³½≈≤≥₫©§']

export const cutText = [...new Set([...ascii, ...small, ...capital, ...marks])].sort().join('')
