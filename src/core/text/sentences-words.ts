const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Abbreviations (lower case, without the last full stop) that are never the end of a sentence. */
export const neverFinal = words(`
  e.g eg i.e ie cf viz vs v.s fig figs eq eqs eqn eqns ver ref refs tab suppl supp sec sect ch chap chaps vol vols nos pp pg
  approx ca circa c.f resp incl excl esp ed eds dr drs prof mr mrs ms mx messrs st ste mt gen col lt capt sgt rev hon gov sen rep
  dept univ assoc natl int max med no.s subsp ssp var cv f.sp str ser art par para al.e n.b nb i.e.,
  jan feb mar apr jun jul aug sep sept oct nov dec pl ae cx cs vit std dev avg est ext adj hr.s`)

/** Abbreviations of journals, and of genera of two letters: only in this spelling, with a capital. */
export const neverFinalCapital = words(`
  Clin Microbiol Rev Res Biol Chem Med Sci Proc Natl Acad Soc Int Eur Am Engl Trop Hyg Dis Infect Exp Phys Lett Math
  Comput Bull Ann Arch Surg Pharmacol Immunol Genet Mol Biochem Biophys Neurosci Psychol Cir An Pl Ae Cx Staph Strep Pseud
  Trans Conf Symp Tech Appl Environ Epidemiol Nutr Pathol Parasitol Physiol Rheumatol Virol Vet Zool Bot`)

/** Abbreviations that may end a sentence, and do so when a word follows that can only begin one. */
export const maybeFinal = words(`
  al etc inc ltd corp co jr sr bros plc u.s u.k u.s.a u.n e.u a.m p.m i.v i.m s.c p.o i.p b.i.d t.i.d q.d q.i.d o.d
  ph.d m.d d.sc m.sc b.sc sp spp nov min mins sec secs hr hrs wk wks yr yrs mo mos wt conc temp
  dist d.c b.c a.d c.e b.c.e ave blvd rd anon unpubl comm ibid seq n.s n.d`)

/** Words that, with a capital after a full stop, begin a sentence and hardly ever anything else. */
export const starters = words(`
  The This These Those That There They Their Then Thus Therefore We Our It Its He She His Her In On At For From To With Without
  However Moreover Furthermore Additionally Although Though While Whereas When Where Whether Because Since If Unlike Despite
  Here Hence Finally First Firstly Second Secondly Third Thirdly Overall Both Each Such Some Most Many Several No Not None
  Another Other Other's As By Of Among Amongst Between Across After Before During Under Using Based Given Compared Taken
  Nevertheless Nonetheless Meanwhile Similarly Conversely Instead Also Only Even Until Within Through Throughout Over
  Results Conclusions Conclusion Methods Background Objective Objectives Aims Aim Findings Purpose Patients Participants
  Data All Any One Two Three Four Five Six Seven Eight Nine Ten Further More Recently Previously Currently Interestingly
  Importantly Notably Specifically Subsequently Collectively Together Importantly Surprisingly Unfortunately Consequently
  Accordingly Adverse Treatment Women Men Children Adults Neither Either Every Nearly About Approximately Experiments
  Experimental See Is Are Was Were Does Do Can How What Why Who Which`)

/** Nouns that a single letter completes, as in "vitamin C": the letter is no initial. */
export const letterNouns = words(`
  vitamin vitamins hepatitis group groups type types class grade phase arm cohort factor panel plan influenza appendix
  model strain serogroup category stage level part protein region zone site section option scenario table figure step
  immunoglobulin haemoglobin hemoglobin cyclosporin cyclosporine amphotericin streptococcus coenzyme domain subunit
  case child-pugh quality evidence recommendation and or vs versus`)

/** Words that head a part of a structured abstract. */
export const labelWords = words(`
  abstract aim aims analysis background case clinical comparison conclusion conclusions context contribution contributions data
  design discussion evaluation evidence exclusion exposure exposures findings funding goal goals hypothesis implication
  implications importance inclusion input interpretation intervention interventions introduction key level limitation limitations
  main material materials measure measurement measurements measures method methodology methods motivation objective
  objectives observations outcome outcomes participant participants patient patients population primary principal problem procedure
  purpose question rationale recommendation recommendations registration relevance report research result results review search secondary selection
  setting settings significance source sources statement strengths study subject subjects summary synthesis systematic trial what`)
