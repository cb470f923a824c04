/** English words that say nothing about a subject: function words, and those of questions. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also although among an and another any are as at away be because been before being
  below between both but by can cannot could did do does doing done during each either else ever every few for from further
  get had has have having he her here him his how however i if in into is it its itself just least less like made make many
  may me might more most much must my neither no nor not now of off often on once one only or other our out over own per
  perhaps quite rather really same she should since so some such than that the their them then there these they this those
  three through thus to together too toward towards two under until up upon us used using very via was we were what when
  where whether which while who whom whose why will with within without would yet you your`
    .split(/\s+/)
    .filter(Boolean),
)
