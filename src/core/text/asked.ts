const asked =
  /\?\s*$|(?<!\b(?:regardless|irrespective|independent) of )\bwhether\b(?! or not)|\b(?:aim|aims|aimed|objective|objectives|purpose|goal)\b|\bhypothesi[sz]e[sd]?\b|\bto (?:determine|investigate|assess|examine|evaluate|explore|test|compare|study)\b/i

/** Whether a text is a question, or says what was to be found out rather than what was found. */
export function isAsked(text: string): boolean {
  return asked.test(text)
}
