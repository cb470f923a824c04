const order = new RegExp(
  [
    String.raw`\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:above|previous|prior|earlier|preceding|all|any|your|other|these|those|system)\b.{0,40}\b(?:instructions?|prompts?|texts?|rules|guidelines|messages?|directions?|orders?)`,
    String.raw`\b(?:ignore|disregard|forget) (?:everything|all of|the above|all the above|what)\b`,
    String.raw`\b(?:mark|label|rate|classify|treat|count|report|record|return|score|verify|declare|judge) (?:this|these|the|all|every|each|any|it|that)\b.{0,60}\b(?:as|with|to be)\b.{0,20}\b(?:supported|supports|verified|true|confirmed|refuted|refutes|contradicted|false|10|ten|highest|approved|correct)\b`,
    String.raw`\b(?:answer|respond|reply|output|print|say|write)\b.{0,30}(?:["'“‘]|\b(?:only|always|with|in)\b).{0,30}\b(?:supports?|supported|refutes?|refuted|verified|true|yes|json)\b`,
    String.raw`\byou are (?:now )?(?:a|an|the) .{0,40}\b(?:assistant|language model|model|reviewer|verifier|ai|chatbot|system)\b`,
    String.raw`\b(?:note|attention|instructions?|message) (?:to|for) (?:the |any |all )?(?:ai|llms?|language models?|models?|assistants?|reviewers?|automated)\b`,
    String.raw`\b(?:system|assistant|developer) ?(?:prompt|message|instruction)s?\b.{0,10}:`,
    String.raw`<\|?(?:im_start|im_end|system|endoftext|assistant|user)\|?>|\[/?INST\]|^\s*(?:system|assistant|user)\s*:`,
    String.raw`\b(?:set|change|assign) (?:the |your )?(?:stance|verdict|confidence|score|label|fit)\b.{0,20}\b(?:to|=|as)\b`,
    String.raw`\b(?:give|award|assign) (?:this|the) (?:paper|report|claim|study) (?:a |an )?(?:high|the highest|positive|perfect|top|good)\b`,
  ].join('|'),
  'iu',
)

/** Whether a text gives orders to a model that reads it, instead of reporting something. */
export function givesOrders(text: string): boolean {
  return order.test(text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, ''))
}
