import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What each known word adds to the three logits: contradiction, entailment, neutral. */
const words: readonly (readonly [word: string, logits: readonly [number, number, number]])[] = [
  ['[PAD]', [0, 0, 0]],
  ['[UNK]', [0, 0, 0.1]],
  ['[CLS]', [0, 0, 0]],
  ['[SEP]', [0, 0, 0]],
  ['not', [4, -2, 0]],
  ['reduced', [0, 1.5, 0]],
  ['relapse', [0, 0.5, 0]],
]

/**
 * Writes a cross-encoder of seven words in the form that real ones have: config.json, tokenizer.json, onnx/model.onnx
 * (https://onnx.ai/onnx/repo-docs/IR.html). It adds up what its words say, so tests know what it must answer.
 */
export async function writeTinyModel(folder: string): Promise<void> {
  await mkdir(join(folder, 'onnx'), { recursive: true })
  const id2label = { 0: 'contradiction', 1: 'entailment', 2: 'neutral' }
  const files: [string, object][] = [
    ['config.json', { model_type: 'bert', architectures: ['BertForSequenceClassification'], id2label }],
    ['tokenizer.json', tokenizer()],
    [
      'tokenizer_config.json',
      { tokenizer_class: 'BertTokenizer', model_max_length: 64, pad_token: '[PAD]', unk_token: '[UNK]' },
    ],
  ]
  for (const [name, value] of files) await writeFile(join(folder, name), JSON.stringify(value))
  await writeFile(join(folder, 'onnx', 'model.onnx'), onnx())
}

function tokenizer(): object {
  const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } })
  const sequence = (id: string, type_id: number) => ({ Sequence: { id, type_id } })
  const id = (word: string) => words.findIndex(([known]) => known === word)
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: words.slice(0, 4).map(([content], at) => ({
      ...{ id: at, content, special: true, normalized: false, lstrip: false, rstrip: false, single_word: false },
    })),
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]'), sequence('A', 0), special('[SEP]')],
      pair: [special('[CLS]'), sequence('A', 0), special('[SEP]'), sequence('B', 1), special('[SEP]')],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((word) => [word, { id: word, ids: [id(word)], tokens: [word] }]),
      ),
    },
    decoder: null,
    model: { type: 'WordLevel', unk_token: '[UNK]', vocab: Object.fromEntries(words.map(([word], at) => [word, at])) },
  }
}

const float = 1
const int64 = 7

/** logits = sum over the tokens of table[token] * mask */
function onnx(): Uint8Array {
  const table = new Float32Array(words.flatMap(([, logits]) => logits))
  const cast = message([
    [1, text('to')],
    [3, varint(float)],
    [20, varint(2)],
  ])
  const graph = message([
    [1, node('Gather', ['table', 'input_ids'], 'looked')],
    [1, node('Cast', ['attention_mask'], 'mask', cast)],
    [1, node('Unsqueeze', ['mask', 'last'], 'wide')],
    [1, node('Mul', ['looked', 'wide'], 'counted')],
    [
      1,
      node(
        'ReduceSum',
        ['counted', 'first'],
        'logits',
        message([
          [1, text('keepdims')],
          [3, varint(0)],
          [20, varint(2)],
        ]),
      ),
    ],
    [2, text('tiny')],
    [5, tensor('table', float, [words.length, 3], new Uint8Array(table.buffer))],
    [5, tensor('last', int64, [1], new Uint8Array(new BigInt64Array([2n]).buffer))],
    [5, tensor('first', int64, [1], new Uint8Array(new BigInt64Array([1n]).buffer))],
    ...['input_ids', 'attention_mask'].map((name): Field => [11, value(name, int64, ['batch', 'length'])]),
    [12, value('logits', float, ['batch', 3])],
  ])
  return message([
    [1, varint(8)],
    [
      8,
      message([
        [1, text('')],
        [2, varint(13)],
      ]),
    ],
    [7, graph],
  ])
}

type Field = readonly [number: number, value: Uint8Array | number]

function node(type: string, inputs: readonly string[], output: string, attribute?: Uint8Array): Uint8Array {
  const fields: Field[] = [...inputs.map((name): Field => [1, text(name)]), [2, text(output)], [4, text(type)]]
  return message(attribute ? [...fields, [5, attribute]] : fields)
}

function tensor(name: string, type: number, dims: readonly number[], raw: Uint8Array): Uint8Array {
  return message([...dims.map((dim): Field => [1, varint(dim)]), [2, varint(type)], [8, text(name)], [9, raw]])
}

function value(name: string, type: number, dims: readonly (string | number)[]): Uint8Array {
  const shape = message(
    dims.map((dim): Field => [1, message([typeof dim === 'number' ? [1, varint(dim)] : [2, text(dim)]])]),
  )
  return message([
    [1, text(name)],
    [
      2,
      message([
        [
          1,
          message([
            [1, varint(type)],
            [2, shape],
          ]),
        ],
      ]),
    ],
  ])
}

/** A number in a field stands for itself; bytes are length-delimited (https://protobuf.dev/programming-guides/encoding/). */
function message(fields: readonly Field[]): Uint8Array {
  const parts = fields.flatMap(([number, content]) =>
    typeof content === 'number'
      ? [bytes(number << 3), bytes(content)]
      : [bytes((number << 3) | 2), bytes(content.length), content],
  )
  return Buffer.concat(parts)
}

function bytes(amount: number): Uint8Array {
  const out: number[] = []
  let rest = amount
  do {
    out.push((rest & 127) | (rest > 127 ? 128 : 0))
    rest >>>= 7
  } while (rest > 0)
  return Uint8Array.from(out)
}

function varint(amount: number): number {
  return amount
}

function text(words: string): Uint8Array {
  return Buffer.from(words, 'utf8')
}
