use super::prompts::PROMPTS;
use super::*;
use crate::catalog::sheet as words;
use crate::record::{
    Anonymity, Direction, DocumentState, Edition, Entry, EvidenceKind, Fate, HowKnown, ItemKind, Outcome, PageNumber,
    Phase, Privacy, ReferenceKind, Role, Sampling, SpiralState, SurveyMode, TableLines, TextType, TextTypes,
    VehicleKind,
};
use crate::survey::sheet;

fn every_text() -> Vec<Words> {
    let mut all: Vec<Words> = Vec::new();
    all.extend(RUBRIC.iter().flat_map(|c| [c.name, c.question, c.good, c.weak]));
    all.extend(DEPTHS.iter().flat_map(|(name, sentence)| [*name, *sentence]));
    all.extend(TERMS.iter().chain(GLOSSARY).map(|term| term.words));
    all.push(FRAME);
    all.extend(super::report::ALL);
    all.extend(PROMPTS.iter().map(|prompt| prompt.words));
    for phase in Phase::ALL {
        all.extend(fields(*phase).flat_map(|field| [field.label, field.hint]));
        all.extend([phase.label(), purpose(*phase)]);
    }
    all.extend(crate::spiral::Rule::ALL.iter().map(|r| rule(*r)));
    all.extend(crate::spiral::Reason::ALL.iter().map(|r| reason(*r)));
    all.extend(crate::format::Refused::ALL.iter().map(|why| refused(*why)));
    all.extend(crate::format::CorruptionKind::ALL.iter().map(|why| harm(*why)));
    all.extend(super::pages::KEYS.iter().map(|(_, words)| *words));
    all.extend(super::kinds::KINDS.iter().map(|(_, words)| *words));
    all.extend(Heading::ALL.iter().map(|title| heading(*title)));
    for kind in TextType::ALL {
        let form = form(*kind);
        all.extend([form.name, form.opening]);
        all.extend(
            form.sections
                .iter()
                .flat_map(|section| [section.heading, section.prompt]),
        );
        all.extend(form.sections.iter().filter_map(|section| section.starter));
        all.extend(form.header.iter().map(|field| field.label));
        all.extend(form.judging.iter().map(|(criterion, _)| *criterion));
        all.extend(form.faults);
    }
    all.extend(
        crate::draft::Need::ALL
            .iter()
            .flat_map(|asked| [need(*asked), lack(*asked)]),
    );
    all.extend(crate::draft::Fit::ALL.iter().map(|why| fit(*why)));
    all.extend(Figure::ALL.iter().map(|piece| figure(*piece)));
    all.extend(Telling::ALL.iter().map(|piece| telling(*piece)));
    all.extend(Outcome::ALL.iter().filter_map(|outcome| came(*outcome)));
    for phase in Phase::ALL {
        all.extend(fields(*phase).filter_map(|field| lead(*phase, field.name)));
    }
    all.extend(Support::ALL.iter().map(|sentence| support(*sentence)));
    for fault in crate::draft::Fault::ALL {
        let advice = advice(*fault);
        all.extend([advice.what, advice.why, advice.todo]);
    }
    let leaks = crate::anonymity::Leak::ALL;
    all.extend(
        leaks
            .iter()
            .flat_map(|leak| [masked(*leak), found(*leak), perhaps(*leak)]),
    );
    let words = looked();
    all.extend([
        words.looked,
        words.missing,
        words.cannot,
        words.name,
        words.school,
        words.class,
    ]);
    all.extend([words.listed, words.heard, words.forms, words.between]);
    {
        use crate::anonymity::Place;
        let section = |passage| Place::Section(String::new(), passage);
        let places = [
            Place::Title,
            Place::Byline,
            Place::Summary,
            Place::Keywords,
            section(None),
            section(Some(0)),
        ];
        let more = [Place::Reference(0), Place::Margin, Place::FileName];
        all.extend(places.iter().chain(&more).map(place));
    }
    let gone = crate::BlobId::of(b"gone");
    let warnings = [
        crate::manuscript::Warning::WebP(gone),
        crate::manuscript::Warning::Missing(gone),
    ];
    all.extend(warnings.iter().map(warning));
    all.extend(Mark::ALL.iter().map(|word| mark(*word)));
    for preset in PRESETS {
        all.extend([preset.name, preset.note]);
        all.extend([preset.similarity, preset.reuse, preset.corner].into_iter().flatten());
        all.extend(preset.checklist);
    }
    all.extend(survey::Said::ALL.iter().map(|piece| survey::said(*piece)));
    all.extend(crate::survey::CautionKind::ALL.iter().map(|it| care(*it)));
    all.extend(crate::survey::Unread::ALL.iter().map(|why| unread(*why)));
    all.extend(sheet::SheetError::ALL.iter().map(|error| words::sheet_error(*error)));
    all.extend(sheet::Why::ALL.iter().map(|why| words::left_out(*why)));
    all.extend(sheet::Note::ALL.iter().map(|note| words::note(*note)));
    all.extend((1..=5).flat_map(|score| [point(5, score), point(4, score)]).flatten());
    macro_rules! labels { ($($list:ty),*) => { $(all.extend(<$list>::ALL.iter().map(|value| value.label()));)* } }
    labels!(
        Fate,
        Outcome,
        SpiralState,
        Direction,
        HowKnown,
        EvidenceKind,
        Privacy,
        VehicleKind,
        TextTypes,
        TextType,
        DocumentState,
        ReferenceKind,
        Anonymity,
        Edition,
        PageNumber,
        TableLines,
        Role,
        Sampling,
        SurveyMode,
        ItemKind,
        crate::survey::sheet::Form,
        crate::spiral::TurnState
    );
    all
}

/// Characters that only Simplified Chinese writes.
const SIMPLIFIED: &str = "\
    专业东两严临为举义乐习书争亲仅从们价众优会传伤体侧倾关兴养内册写决况减凑凭击则创删办务动励势区单却县\
    参变叙叠叶号吗听启员响哒团园围国图圆场坏块墙声处备够头奖学实审对导将届属师带帮广库应废开弃张归当录忆\
    态总惯愿懒执扫扬护报拟择挤换搁摇摊撑数断旧时显晒暂术机条来构标栏样档检欢气汇没测温满澜点炼热状独献环\
    现电画盖码础确种积称笔筹签简篓类紧纠红约级纯纲纳纸线练组细织经结绕给络绝统继绩续绳综编缘缩网职联脚\
    节苏荐获蓝补装见观规视览觉触计认讨让训议记讲许论设访证评识诉诊词译试诗话询诤该语误说请诺读课谁调谈谢\
    谣负责账质贫购贴费资赖赛赢践踪转轮轻载较边达过还这进远连适选释鉴钟链销错锚键镇镜长门闭问间闻阅队阶际\
    陈随隐难静页项顺顾顿预领频颗题额饰馈验骤鸣龙\
    ";

/// Characters that only Traditional Chinese writes.
const TRADITIONAL: &str = "\
    並佈佔併來侷係個們側備傳傷傾僅價優內兩冊別刪則創劃動務勢勵匯區卻參員唸問啓單嗎噠嚴國圍園圓圖團執報場\
    塊壞夠學實審寫將專尋對導屆屬師帶幫幹幾庫廢廣張彙後從復徵態慣憑憶應懶捨掃採揚換搖撐擇擊據擠擬擱攤敘數\
    斷於時暫曬書會東柺條棄業構樂標樣機檔檢欄歡歸氣決沒況減測湊準溫滿瀾為無煉熱爭爲牆狀獎獨獲獻現環畫當疊\
    發確碼礎種稱積穫筆節範簍簡籌籤糾約紅納純紙級細組結絕絡給統經綜綱網緊線緣編練縣縮總績織繞繩繳繼續纔羣\
    義習聞聯聲職聽腳臨臺與興舉舊萬葉蓋薦藍蘇蘋處號衆術衝裏補裝裡製複覈見規視親覺覽觀觸計討訓記訪設許訴診\
    註評詞詢試詩話該誌認語誤說誰課調談請諍論諾講謝謠證識譯議護讀變讓負貧責費貼資質賬賴購賽贏踐蹤較載輕輪\
    轉辦這連週進過達遠適選還邊釋銷錄錨錯鍵鎮鏈鏡鐘鑑長門閉開間閱關陳隊階際隨隱隻難電靜響頁項順須預頓領頭\
    頻顆題額願類顧顯飾養餘饋驗驟體鳴麼點龍\
    ";

#[test]
fn every_text_stands_in_its_own_script() {
    for words in every_text() {
        in_their_own_script([words.zh_hans, words.zh_hant, words.en]);
    }
}

/// Fails where one of the languages says nothing, or what only another one writes.
pub(crate) fn in_their_own_script([zh_hans, zh_hant, en]: [&str; 3]) {
    for text in [zh_hans, zh_hant, en] {
        assert!(!text.trim().is_empty(), "{zh_hans} {zh_hant} {en}");
    }
    let holds = |text: &str, marks: &str| text.chars().find(|character| marks.contains(*character));
    assert_eq!(holds(zh_hans, TRADITIONAL), None, "{zh_hans}");
    assert_eq!(holds(zh_hans, "「」『』"), None, "{zh_hans}");
    assert_eq!(holds(zh_hant, SIMPLIFIED), None, "{zh_hant}");
    assert_eq!(holds(zh_hant, "“”‘’"), None, "{zh_hant}");
    assert_eq!(holds(en, "'"), None, "{en}");
    let han = |c: &char| ('\u{3000}'..='\u{9fff}').contains(c);
    assert_eq!(en.chars().find(han), None, "{en}");
}

/// A word that one conversion table turns into another word's character.
#[test]
fn conversion_has_left_no_false_friends() {
    for words in every_text() {
        for wrong in [
            "製度",
            "製定",
            "從檔案",
            "方麵",
            "麵對",
            "乾部",
            "頭發",
            "裏",
            "爲",
            "羣",
            "衆",
        ] {
            assert!(!words.zh_hant.contains(wrong), "{}", words.zh_hant);
        }
    }
}

#[test]
fn a_sentence_takes_the_same_values_in_every_language() {
    for words in every_text() {
        let slots = |text: &str| {
            let mut slots: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
                .collect();
            slots.sort();
            slots
        };
        assert_eq!(slots(words.zh_hans), slots(words.zh_hant));
        assert_eq!(slots(words.zh_hans), slots(words.en), "{}", words.zh_hans);
    }
}

#[test]
fn names_never_clash() {
    for phase in Phase::ALL {
        let mut names: Vec<_> = fields(*phase).map(|field| field.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), fields(*phase).count());
    }
    let mut names: Vec<_> = TERMS.iter().chain(GLOSSARY).map(|term| term.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), TERMS.len() + GLOSSARY.len());
}

#[test]
fn every_kind_of_vehicle_can_be_renamed() {
    for vehicle in crate::record::VehicleKind::ALL {
        assert_eq!(term(vehicle.word()), Some(vehicle.label()));
    }
}

#[test]
fn every_question_is_answered_by_a_field_its_phase_has() {
    for prompt in PROMPTS {
        let known = field(prompt.phase, prompt.answered_by).is_some();
        assert!(
            known || matches!(prompt.answered_by, "" | "blank" | "expectation" | "before"),
            "{prompt:?}"
        );
    }
}

#[test]
fn what_to_expect_is_asked_before_an_action_and_never_after() {
    let asked = |entry: &Entry| {
        let asked = prompts(entry);
        asked.iter().map(|prompt| prompt.answered_by).collect::<Vec<_>>()
    };
    let mut action = Entry {
        phase: Phase::Action,
        ..Entry::default()
    };
    assert_eq!(asked(&action), ["plan", "expectation", "people", "done"]);
    action.fields.insert("plan".into(), "换一张单子".into());
    assert_eq!(asked(&action), ["expectation", "people", "done", ""]);
    action.fields.insert("done".into(), "周三第二节，用了新单子".into());
    assert_eq!(asked(&action), ["deviation", "materials", "", ""]);
}

#[test]
fn at_most_four_questions_are_asked_and_never_none() {
    for phase in Phase::ALL {
        let mut entry = Entry {
            phase: *phase,
            ..Entry::default()
        };
        for filled in 0..=fields(*phase).count() {
            entry.fields = fields(*phase)
                .take(filled)
                .map(|field| (field.name.into(), "写了".into()))
                .collect();
            for body in ["", "写了"] {
                entry.body = body.into();
                assert!((1..=4).contains(&prompts(&entry).len()), "{phase:?} {filled}");
            }
        }
    }
}

#[test]
fn one_question_goes_deeper_until_the_words_answer_it() {
    let asks = |entry: &Entry, words: &str| {
        let mut all = prompts(entry).into_iter();
        all.any(|prompt| prompt.words.zh_hans.contains(words))
    };
    let mut problem = Entry {
        phase: Phase::Problem,
        ..Entry::default()
    };
    assert!(
        !asks(&problem, "问过一两个学生"),
        "first of all, something to write about"
    );
    problem.body = "42人里只有11人写了细节。".into();
    assert!(asks(&problem, "问过一两个学生"));
    problem.body.push_str("课间问了五个孩子，四个说不知道写什么。");
    assert!(!asks(&problem, "问过一两个学生") && asks(&problem, "哪几个孩子没有这个问题"));
    problem.body.push_str("有三个没有这个问题：他们天天写日记。");
    assert!(asks(&problem, "课标和教材"));
    // What must at least be done is settled before, never after.
    let mut action = Entry {
        phase: Phase::Action,
        ..Entry::default()
    };
    for field in ["plan", "people"] {
        action.fields.insert(field.into(), "用一张单子".into());
    }
    action
        .fields
        .insert("plan".into(), "用一张单子，而不是口头提醒；其余都照旧。".into());
    assert!(asks(&action, "最少做到哪几步"));
    action.body = "9月17日做了两步。".into();
    assert!(!asks(&action, "最少做到哪几步") && asks(&action, "学得慢的孩子"));
}

#[test]
fn what_is_answered_is_not_asked_again() {
    let mut entry = Entry {
        phase: Phase::Reflection,
        body: "字多了。".into(),
        ..Entry::default()
    };
    let asked = |entry: &Entry| prompts(entry).iter().any(|prompt| prompt.answered_by == "surprise");
    assert!(asked(&entry));
    entry.fields.insert("surprise".into(), "全班安静了两秒".into());
    assert!(!asked(&entry));
}

#[test]
fn a_form_adds_up_and_its_sections_are_told_apart() {
    for kind in TextType::ALL {
        let form = form(*kind);
        assert_eq!(form.kind, *kind);
        if TextType::THREE.contains(kind) {
            assert_eq!(term(kind.word()), Some(form.name), "a school can rename it");
            assert!(!form.judging.is_empty() && form.sections.iter().any(|section| section.share.is_some()));
        }
        assert_eq!(form.name, kind.label());
        let points = form.judging.iter().map(|(_, points)| u32::from(*points));
        assert!(matches!(points.sum::<u32>(), 0 | 100));
        let shares = || form.sections.iter().filter_map(|section| section.share);
        let (least, most) = shares().fold((0, 0), |(least, most), (lo, hi)| (least + lo, most + hi));
        assert!(most == 0 || least <= 100 && most >= 100, "{kind:?}: {least}–{most}%");
        assert!(shares().all(|(lo, hi)| lo <= hi));
        let mut names: Vec<_> = form.sections.iter().map(|section| section.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), form.sections.len());
        let mut names: Vec<_> = form.header.iter().map(|field| field.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), form.header.len());
        assert!(!form.faults.is_empty());
        // In the Markdown export a value of the head would else be called what a sub-field of that name is.
        let fields = Phase::ALL.iter().flat_map(|phase| fields(*phase));
        assert!(fields.into_iter().all(|field| !names.contains(&field.name)), "{kind:?}");
    }
}

#[test]
fn a_form_becomes_a_template_without_losing_a_section() {
    for kind in TextType::ALL {
        for language in Language::ALL {
            let (form, template) = (form(*kind), form(*kind).template(language));
            assert_eq!(template.base, *kind);
            assert_eq!(template.header.len(), form.header.len());
            assert_eq!(template.sections.len(), form.sections.len());
            for (own, section) in template.sections.iter().zip(form.sections) {
                assert_eq!(own.name, section.name);
                assert_eq!(own.heading, section.heading.in_(language));
                assert_eq!(
                    (own.share, own.most, own.loose_leaf),
                    (section.share, section.most, section.loose_leaf)
                );
            }
        }
    }
    let leaf = form(TextType::Application).template(Language::ZhHans);
    assert!(leaf.has_loose_leaf() && leaf.sections.iter().any(|section| !section.loose_leaf));
}

#[test]
fn a_table_to_fill_in_is_a_table() {
    for section in TextType::ALL.iter().flat_map(|kind| form(*kind).sections) {
        for language in Language::ALL {
            let Some(starter) = section.starter.map(|words| words.in_(language)) else {
                continue;
            };
            let wants_table = starter.starts_with('|');
            let nodes = crate::text::markdown::parse(starter).nodes;
            let is_table = |node: &_| {
                use crate::text::markdown::{Block, Node};
                matches!(node, Node::Block(Block::Table, _))
            };
            assert_eq!(nodes.iter().any(is_table), wants_table, "{starter}");
        }
    }
}

#[test]
fn a_section_is_fed_from_fields_its_phase_has() {
    let sections = TextType::ALL.iter().flat_map(|kind| form(*kind).sections);
    for feed in sections.flat_map(|section| section.feeds) {
        let (phase, parts) = match feed {
            Feed::Entries(_, phase, parts) => (*phase, *parts),
            Feed::Problem(parts) => (Phase::Problem, *parts),
            Feed::Turns(phases) => {
                let mut parts = phases
                    .iter()
                    .flat_map(|(phase, parts)| parts.iter().map(|part| (*phase, *part)));
                assert!(parts.all(|(phase, part)| part.is_empty() || field(phase, part).is_some()));
                continue;
            }
            _ => continue,
        };
        for part in parts {
            assert!(part.is_empty() || field(phase, part).is_some(), "{phase:?} {part}");
        }
    }
}
