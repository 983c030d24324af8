//! A kind of a school's own, as the group's leader needs it to read its records: what is asked, through which stages it goes,
//! and how it counts. What is for the teacher's eyes only is not even named.

use crate::record::{Kind, KindChoice, KindField, KindReport, KindStage};

pub(super) fn kind(own: &Kind) -> Kind {
    let fields = fields(&own.fields);
    let is_open = |name: &String| fields.iter().any(|field| field.name == *name);
    let open = |name: &String| if is_open(name) { name.clone() } else { String::new() };
    let counted = |name: &&String| *name == crate::kind::STAGE || is_open(name);
    Kind {
        name: own.name.clone(),
        label: own.label.clone(),
        group: own.group.clone(),
        place: own.place,
        title: open(&own.title),
        day: open(&own.day),
        until: open(&own.until),
        hours: open(&own.hours),
        stages: own.stages.iter().map(stage).collect(),
        report: KindReport {
            part: own.report.part.clone(),
            line: own.report.line.clone(),
            unit: own.report.unit.clone(),
            count_by: own.report.count_by.iter().filter(counted).cloned().collect(),
            once: own.report.once,
            ..KindReport::default()
        },
        fields,
        ..Kind::default()
    }
}

fn fields(all: &[KindField]) -> Vec<KindField> {
    let open = all.iter().filter(|field| !field.private);
    open.map(|field| KindField {
        name: field.name.clone(),
        sort: field.sort,
        label: field.label.clone(),
        unit: field.unit.clone(),
        from: field.from.clone(),
        due: field.due.clone(),
        choices: field.choices.iter().map(choice).collect(),
        columns: fields(&field.columns),
        ..KindField::default()
    })
    .collect()
}

fn choice(choice: &KindChoice) -> KindChoice {
    KindChoice {
        word: choice.word.clone(),
        label: choice.label.clone(),
        other: serde_json::Map::new(),
    }
}

fn stage(stage: &KindStage) -> KindStage {
    KindStage {
        word: stage.word.clone(),
        label: stage.label.clone(),
        next: stage.next.clone(),
        ..KindStage::default()
    }
}
