import { preparedTriage } from './content';

/**
 * Core danger in the larger languages of `languages.yaml`, and what only looks like it; everyday lines of all of them
 * are in `everyday-languages.test.ts`.
 */

interface Sample {
  readonly emergency: readonly string[];
  readonly careLine: string;
  readonly crisis: readonly string[];
  /** Cells that die, and questions about the treatment. */
  readonly ordinary: readonly string[];
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  es: {
    emergency: ['no puedo respirar', 'me duele el pecho', 'mi marido se ha desmayado'],
    careLine: 'tengo fiebre desde ayer',
    crisis: [
      'quiero morir',
      'mi marido dice que quiere morir',
      'las células fallaron y quiero morir',
    ],
    ordinary: [
      '¿las células se suicidan?',
      '¿qué son los genes suicidas?',
      '¿puede causar fiebre?',
    ],
  },
  fr: {
    emergency: ['je ne peux pas respirer', 'douleur à la poitrine'],
    careLine: "j'ai de la fièvre depuis hier",
    crisis: ['je veux mourir', 'je vais me suicider', 'ma femme veut mourir'],
    ordinary: [
      'est-ce que les cellules se suicident',
      'gène suicide',
      'peut causer de la fièvre ?',
    ],
  },
  de: {
    emergency: ['ich kann nicht atmen', 'Brustschmerzen seit heute', 'mein Mann ist ohnmächtig'],
    careLine: 'ich habe Fieber',
    crisis: ['ich will sterben', 'ich denke an Selbstmord'],
    ordinary: ['begehen Zellen Selbstmord?', 'warum wollen Zellen sterben', 'was ist der Zelltod'],
  },
  it: {
    emergency: ['non riesco a respirare', 'dolore al petto'],
    careLine: 'ho la febbre da ieri',
    crisis: ['voglio morire', 'voglio uccidermi'],
    ordinary: ['le cellule si suicidano?', 'può causare febbre?'],
  },
  pt: {
    emergency: ['não consigo respirar', 'dor no peito'],
    careLine: 'estou com febre',
    crisis: ['quero morrer', 'quero me matar'],
    ordinary: ['as células se suicidam?', 'o que é morte celular programada'],
  },
  pl: {
    emergency: ['nie mogę oddychać', 'ból w klatce piersiowej'],
    careLine: 'mam gorączkę od wczoraj',
    crisis: ['chcę umrzeć', 'myślę o samobójstwie'],
    ordinary: ['czy komórki popełniają samobójstwo?', 'co to jest immunoterapia'],
  },
  ro: {
    emergency: ['nu pot respira', 'mă doare pieptul', 'soția mea a leșinat'],
    careLine: 'am febră de ieri',
    crisis: ['vreau să mor', 'nu mai vreau să trăiesc', 'mă gândesc la sinucidere'],
    ordinary: ['celulele se sinucid?', 'imunoterapia poate provoca febră?'],
  },
  nl: {
    emergency: ['ik kan niet ademen', 'pijn op de borst'],
    careLine: 'ik heb koorts',
    crisis: ['ik wil dood', 'ik wil zelfmoord plegen'],
    ordinary: ['plegen cellen zelfmoord?', 'wat is een zelfmoordgen'],
  },
  tr: {
    emergency: ['nefes alamıyorum', 'göğsüm ağrıyor'],
    careLine: 'ateşim var',
    crisis: ['ölmek istiyorum', 'intihar etmek istiyorum'],
    ordinary: ['hücreler intihar eder mi', 'hücre intiharı nedir'],
  },
  ru: {
    emergency: ['не могу дышать', 'боль в груди'],
    careLine: 'у меня температура',
    crisis: ['хочу умереть', 'думаю о самоубийстве'],
    ordinary: ['клетки совершают самоубийство?', 'что такое иммунотерапия'],
  },
  uk: {
    emergency: ['не можу дихати', 'біль у грудях', 'чоловік знепритомнів'],
    careLine: 'у мене гарячка',
    crisis: ['хочу померти', 'я не хочу жити'],
    ordinary: ['клітини вчиняють самогубство?', 'що таке імунотерапія'],
  },
  zh: {
    emergency: ['我喘不过气', '胸口痛'],
    careLine: '我发烧了',
    crisis: ['我想自杀', '我不想活了'],
    ordinary: ['细胞会自杀吗', '自杀基因是什么', '什么是免疫疗法'],
  },
  ja: {
    emergency: ['息ができない', '胸が痛い'],
    careLine: '熱があります',
    crisis: ['死にたい', '自殺したい'],
    ordinary: ['細胞は自殺しますか', '免疫療法とは'],
  },
  ko: {
    emergency: ['숨을 못 쉬겠어요', '가슴이 아파요', '남편이 쓰러졌어요'],
    careLine: '열이 나요',
    crisis: ['죽고 싶어요', '자살하고 싶어요', '살고 싶지 않아요'],
    ordinary: ['세포가 자살하나요?', '면역치료가 무엇인가요'],
  },
  ar: {
    emergency: ['لا أستطيع التنفس'],
    careLine: 'عندي حمى',
    crisis: ['أريد أن أموت', 'أفكر في الانتحار'],
    ordinary: ['هل الخلايا تنتحر', 'ما هو العلاج المناعي'],
  },
  hi: {
    emergency: ['सांस नहीं आ रही'],
    careLine: 'मुझे बुखार है',
    crisis: ['मैं मरना चाहता हूँ'],
    ordinary: ['क्या कोशिकाएं आत्महत्या करती हैं', 'इम्यूनोथेरेपी क्या है'],
  },
  vi: {
    emergency: ['tôi không thở được'],
    careLine: 'tôi bị sốt',
    crisis: ['tôi muốn chết'],
    ordinary: ['tế bào tự sát là gì', 'liệu pháp miễn dịch là gì'],
  },
  tl: {
    emergency: ['hindi ako makahinga', 'masakit ang dibdib ko', 'nahimatay ang asawa ko'],
    careLine: 'may lagnat ako',
    crisis: ['gusto ko nang mamatay', 'ayoko nang mabuhay'],
    ordinary: ['nagpapakamatay ba ang cells', 'ano ang immunotherapy'],
  },
  ht: {
    emergency: ['mwen pa ka respire', 'pwatrin mwen ap fè m mal'],
    careLine: 'mwen gen lafyèv',
    crisis: ['mwen vle mouri', 'm pa vle viv ankò'],
    ordinary: ['èske selil yo ka touye tèt yo', 'kisa iminoterapi ye'],
  },
};

const triage = preparedTriage();
const expected = { emergency: 'emergency', careLine: 'care-line', crisis: 'self-harm' } as const;

describe.each(Object.entries(SAMPLES))('%s', (language, sample) => {
  test.each(
    (['emergency', 'careLine', 'crisis'] as const).flatMap((kind) =>
      [sample[kind]].flat().map((text) => [text, expected[kind]] as const),
    ),
  )('%s is %s, in its language', (text, level) => {
    expect(triage.check(text)).toMatchObject({ level, language });
  });

  test.each(sample.ordinary)('%s is no danger', (text) => {
    expect(triage.check(text).level).toBeNull();
  });
});
