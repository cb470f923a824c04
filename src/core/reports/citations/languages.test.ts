import { describe, expect, it } from 'vitest'
import { readCitations } from './index.ts'

/** Reports in other languages, in the forms of their standards: what each sentence begins with and cites, and the titles of the list. */
const reports: readonly {
  name: string
  text: string
  cites: readonly [string, number[]][]
  titles: readonly string[]
}[] = [
  {
    name: 'Spanish, author and year',
    text: `# ¿Reducen los huertos el azúcar?

Los huertos aumentaron las verduras (Ramírez-Ortega et al., 2018). ¿Y el azúcar? Delgado y Pinto (2020) no hallaron diferencias. La ingesta bajó (Soto, 2016, p. 44).

## Referencias bibliográficas

Delgado, M. A., y Pinto, L. (2020). Huertos y bebidas azucaradas: ensayo comunitario. *Salud Pública de México, 62*(4), 401-410.

Ramírez-Ortega, J., Vidal, C., & Núñez, R. (2018). Consumo de verduras y huertos en la escuela. *Nutrición Hospitalaria, 35*(2), 310–317.

Soto, P. (2016). *El huerto como aula*. Editorial Graó.`,
    cites: [
      ['Los huertos aumentaron', [2]],
      ['Delgado y Pinto', [1]],
      ['La ingesta', [3]],
    ],
    titles: [
      'Huertos y bebidas azucaradas: ensayo comunitario',
      'Consumo de verduras y huertos en la escuela',
      'El huerto como aula',
    ],
  },
  {
    name: 'Portuguese, ABNT',
    text: `# Energia solar

A conta caiu 31% [1]. As notas não mudaram [1]–[3].

## Referências

[1] SOUZA, M. A.; LIMA, R. T. Geração fotovoltaica em prédios escolares. **Revista Brasileira de Energia**, v. 24, n. 3, p. 15-29, 2018.

[2] ALMEIDA, J. P. Efeito da poeira em módulos fotovoltaicos. **Ambiente Construído**, v. 20, n. 1, p. 101-115, jan. 2020. Disponível em: https://www.scielo.br/j/ac/a/9fKx_Qw2LmN/?lang=pt. Acesso em: 12 mar. 2024.

[3] FERREIRA, L. O. Clima escolar e conforto térmico. 2017. 120 f. Dissertação (Mestrado) – UFRGS, Porto Alegre, 2017.`,
    cites: [
      ['A conta caiu', [1]],
      ['As notas não mudaram.', [1, 2, 3]],
    ],
    titles: [
      'Geração fotovoltaica em prédios escolares',
      'Efeito da poeira em módulos fotovoltaicos',
      'Clima escolar e conforto térmico',
    ],
  },
  {
    name: 'Japanese, numbers and family names',
    text: `# 入浴と睡眠

入浴は入眠潜時を短縮した[1]。田中ら（2018）は足浴に効果がなかったと報告した。水温の影響もある（佐藤, 2019）。

## 参考文献

1. 田中健一, 鈴木花子. 高齢者の入浴と入眠潜時. 日本睡眠学会誌. 2018; 12(3): 145-152.
2. 佐藤誠. 高温浴と睡眠構築. 自律神経. 2019; 56(1): 33-39.`,
    cites: [
      ['入浴は', [1]],
      ['田中ら', [1]],
      ['水温の', [2]],
    ],
    titles: ['高齢者の入浴と入眠潜時', '高温浴と睡眠構築'],
  },
  {
    name: 'Korean, author and year',
    text: `# 스마트폰과 수면

스마트폰은 수면을 38분 줄였다(김민수·이지은, 2019). 박서연(2020)은 차이가 없었다고 하였다. 목적이 더 중요하였다(박서연, 2020; Lee et al., 2021).

## 참고문헌

김민수, 이지은 (2019). 청소년의 스마트폰 사용과 수면. 한국청소년연구, 30(2), 55-78.

박서연 (2020). 주말 수면과 스마트폰. 대한수면의학회지, 11(1), 12-20.

Lee, H., & Park, S. (2021). Purpose of smartphone use and sleep quality. *Sleep Medicine, 78*, 10–17.`,
    cites: [
      ['스마트폰은', [1]],
      ['박서연(2020)은', [2]],
      ['목적이', [2, 3]],
    ],
    titles: ['청소년의 스마트폰 사용과 수면', '주말 수면과 스마트폰', 'Purpose of smartphone use and sleep quality'],
  },
  {
    name: 'Russian, GOST with pages',
    text: `# Школьное питание

Завтраки повысили посещаемость на 7 % [1, с. 25]. В 2019 г. Петров нашёл то же [2, с. 101–103]. В селе эффект был выше [1; 2].

## Список литературы

1. Иванова Е. П. Школьное питание и посещаемость // Вопросы питания. – 2017. – Т. 86, № 3. – С. 21–28.
2. Петров А. С., Сидоров К. Л. Питание и успеваемость школьников. – М.: Просвещение, 2015. – 184 с.`,
    cites: [
      ['Завтраки', [1]],
      ['Петров нашёл', [2]],
      ['В селе', [1, 2]],
    ],
    titles: ['Школьное питание и посещаемость', 'Питание и успеваемость школьников'],
  },
  {
    name: 'Polish, titles before the journal in quotation marks',
    text: `# Powietrze

Stężenie spadło o 23% [1]. Źródła są zgodne [1], [2].

## Bibliografia

[1] Kowalski J., Nowak A., Zmiany stężenia w polskich miastach, „Ochrona Środowiska” 2021, t. 43, s. 11–19.
[2] Wiśniewska M., Pył zawieszony w okresie pandemii, Wydawnictwo Naukowe PWN, Warszawa 2022.`,
    cites: [
      ['Stężenie', [1]],
      ['Źródła', [1, 2]],
    ],
    titles: ['Zmiany stężenia w polskich miastach', 'Pył zawieszony w okresie pandemii'],
  },
  {
    name: 'French and Dutch bodies by name and year',
    text: `# Repas

Le coût a augmenté (Cour des comptes, 2020 ; Lefèvre & Morin, 2018). In Utrecht was 62% tevreden (Gemeente Utrecht, 2021).

## Bibliographie

Cour des comptes. (2020). *La restauration collective*. https://www.ccomptes.fr/restauration

Gemeente Utrecht. (2021). *Evaluatie fietsstraten*. Utrecht. Geraadpleegd op 3 mei 2023, van https://www.utrecht.nl/evaluatie

Lefèvre, A., & Morin, S. (2018). Menus bio et pesticides urinaires. *Environnement, 17*, 44-52.`,
    cites: [
      ['Le coût', [1, 3]],
      ['In Utrecht', [2]],
    ],
    titles: ['La restauration collective', 'Evaluatie fietsstraten', 'Menus bio et pesticides urinaires'],
  },
  {
    name: 'German, numbers beside names',
    text: `# Mehrweg

Nach Kauertz [1] hängt das vom Spülen ab; vgl. Müller/Schmidt (2020, S. 14 f.). Am 3. Februar begann der Versuch [2, S. 12 ff.].

## Quellen- und Literaturverzeichnis

[1] Kauertz, B. u. a. (2019): Untersuchung von Einweggetränkebechern. UBA-Texte 29/2019. Dessau-Roßlau 2019.
[2] Stadt Freiburg: Der FreiburgCup. https://www.freiburgcup.de/ (abgerufen am 02.05.2023)
Müller, K./Schmidt, T. (2020): Mehrweg im Alltag. München: oekom.`,
    cites: [
      ['Nach Kauertz', [1, 3]],
      ['Am 3. Februar begann', [2]],
    ],
    titles: ['Untersuchung von Einweggetränkebechern', 'Stadt Freiburg: Der FreiburgCup', 'Mehrweg im Alltag'],
  },
]

describe('reports in other languages', () => {
  it.each(reports)('$name', ({ text, cites, titles }) => {
    const { sentences, references } = readCitations(text)
    expect(sentences.map(({ cites: own }) => own)).toEqual(cites.map(([, own]) => own))
    for (const [at, [begins]] of cites.entries()) expect(sentences[at]!.text).toContain(begins)
    expect(references.map(({ title }) => title)).toEqual(titles)
  })
})
