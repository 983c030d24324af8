//! What kinds say, in each language.

use super::*;

/// What a value of a preset says in several languages.
fn spoken(value: &Value) -> Vec<Phrase> {
    match value {
        Value::Array(items) => items.iter().flat_map(spoken).collect(),
        Value::Object(said) if said.contains_key("en") => {
            let texts = said.iter();
            vec![
                texts
                    .filter_map(|(tag, text)| Some((tag.clone(), text.as_str()?.to_owned())))
                    .collect(),
            ]
        }
        _ => Vec::new(),
    }
}

fn labels(kind: &Kind) -> Vec<&Phrase> {
    let fields = kind.fields.iter();
    let within = fields.clone().flat_map(|field| field.columns.iter());
    let each = |field: &KindField| -> Vec<Phrase> {
        let choices = field.choices.iter().map(|choice| choice.label.clone());
        let hint = [&field.hint, &field.unit]
            .into_iter()
            .filter(|said| !said.is_empty())
            .cloned();
        std::iter::once(field.label.clone())
            .chain(choices)
            .chain(hint)
            .collect()
    };
    let of_fields = fields.chain(within).flat_map(each);
    let stages = kind.stages.iter().map(|stage| stage.label.clone());
    let presets = kind.presets.iter();
    let of_presets = presets.flat_map(|preset| {
        let said = preset.fields.values().flat_map(spoken);
        said.chain([preset.label.clone()])
    });
    let own = [kind.label.clone(), kind.note.clone()];
    let all: Vec<Phrase> = own
        .into_iter()
        .chain(of_fields)
        .chain(stages)
        .chain(of_presets)
        .collect();
    Box::leak(all.into_boxed_slice()).iter().collect()
}

/// What `build.rs` refuses is not here; this is what it cannot see: the scripts, and that the crate reads what it wrote.
#[test]
fn every_kind_speaks_three_languages_in_their_own_scripts() {
    let kinds = Kinds::built_in();
    assert!(kinds.iter().count() >= 25);
    for kind in kinds.iter() {
        assert!(kind.other.is_empty(), "{}: {:?}", kind.name, kind.other);
        for label in labels(kind) {
            in_their_own_script(["zh-Hans", "zh-Hant", "en"].map(|tag| label.get(tag).map_or("", String::as_str)));
        }
        let fields = kind
            .fields
            .iter()
            .chain(kind.fields.iter().flat_map(|field| &field.columns));
        for field in fields {
            assert!(field.other.is_empty(), "{}: {:?}", kind.name, field.other);
        }
    }
}

#[test]
fn each_of_the_forty_four_systems_that_is_a_record_has_a_kind() {
    // R15 to R18 and R44 are documents, R14 the spiral, R11 an indicator, R33 a view, R10 a reason to keep records.
    let kinds = Kinds::built_in();
    for name in [
        "training",
        "theme",
        "mandate",
        "ethics",
        "activity",
        "book",
        "routine_class",
        "demonstration",
        "group_topic",
        "meeting",
        "one_thing",
        "project",
        "course",
        "contest",
        "contest_entry",
        "coaching",
        "salon",
        "sharing",
        "lecture",
        "outcome",
        "open_lesson",
        "quality_lesson",
        "online_lesson",
        "issue",
        "observation",
    ] {
        assert!(kinds.named(name).is_some(), "{name}");
    }
}

#[test]
fn records_know_what_names_them() {
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let id = |number: u8| RecordId::from_bytes([number; 16]);
    let kinds = Kinds::built_in();
    let begun = |name: &str| kinds.named(name).expect(name).begun("一");
    let mut journal = Journal::new();
    journal.write(id(1), begun("contest"), author);
    journal.write(
        id(2),
        begun("contest_entry").with("contest", Some(id(1).to_string().into())),
        author,
    );
    journal.write(
        id(3),
        begun("project").with("documents", Some(json!([id(1).to_string()]))),
        author,
    );
    let index = Index::of(&journal);
    assert_eq!(index.named_by(id(1)), [("contest", id(2)), ("documents", id(3))]);
    assert_eq!(index.named_by(id(2)), []);
}

#[test]
fn a_preset_speaks_the_language_it_is_begun_in() {
    let kinds = Kinds::built_in();
    let contest = kinds.named("contest").expect("it is there");
    let papers = contest.presets.first().expect("one after Yuhang");
    let hans = contest.preset(papers, Language::ZhHans);
    assert_eq!(hans.text("name").as_deref(), Some("区论文评比（仿余杭）"));
    assert_eq!(hans.to_json()["package"], json!(["汇总表", "电子稿"]));
    assert_eq!(hans.to_json()["limits"][2], json!("文中不出现单位和姓名"));
    let en = contest.preset(papers, Language::En);
    assert_eq!(en.to_json()["package"], json!(["List of entries", "The file"]));
    assert_eq!(
        (en.text("level").as_deref(), hans.text("reuse_level").as_deref()),
        (Some("county"), Some("county"))
    );
    // Rows stand as they stand.
    let rule = kinds.named("hours_rule").expect("it is there");
    let zhejiang = rule.preset(&rule.presets[1], Language::ZhHant);
    assert_eq!(
        zhejiang.to_json()["limits"][0],
        json!({"category": "school", "most": 120, "yearly_most": 24})
    );
}
