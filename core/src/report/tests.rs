use super::*;
use crate::record::{BlobRef, Evidence, Kind, Privacy};
use crate::{Author, Content, DeviceId, Entry, Fate, Phase, Timestamp};
use serde_json::{Value, json};

struct Book {
    journal: Journal,
    next: u8,
}

const TERM: RecordId = RecordId::from_bytes([0xee; 16]);

impl Book {
    fn new() -> Self {
        let mut book = Self {
            journal: Journal::new(),
            next: 0,
        };
        let term = Term {
            year: Some(2026),
            number: 1,
            start: "2026-09-01".parse().ok(),
            end: "2027-01-31".parse().ok(),
            ..Term::default()
        };
        book.journal.write(TERM, Content::of(&term), author());
        book
    }

    fn add(&mut self, kind: &str, title: &str, fields: &Value) -> RecordId {
        let kinds = Kinds::built_in();
        let kind = kinds.named(kind).expect(kind);
        let mut content = kind.begun(title);
        for (name, value) in fields.as_object().expect("fields") {
            content = content.with(name, Some(value.clone()));
        }
        self.put(content)
    }

    fn put(&mut self, content: Content) -> RecordId {
        self.next += 1;
        let id = RecordId::from_bytes([self.next; 16]);
        self.journal.write(id, content, author());
        id
    }

    fn report(&self, language: Language) -> Document {
        report(&Index::of(&self.journal), &self.journal, TERM, language).expect("the term says its days")
    }
}

fn author() -> Author {
    Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    }
}

fn texts(document: &Document, section: &str) -> Vec<String> {
    document
        .section(section)
        .iter()
        .map(|passage| passage.text.clone())
        .collect()
}

#[test]
fn work_is_told_line_by_line_with_its_days_hours_and_stages() {
    let mut book = Book::new();
    book.add("lecture", "数据怎样说话", &json!({"on": "2026-10-12", "hours": 2}));
    book.add("lecture", "项目学习", &json!({"on": "2026-11-03", "hours": 1.5}));
    book.add("lecture", "上学期的", &json!({"on": "2026-03-03", "hours": 9}));
    let reading = book.add(
        "book",
        "静悄悄的革命",
        &json!({"on": "2026-07-01", "end": "2026-09-20", "stage": "noted"}),
    );
    let report = book.report(Language::ZhHans);
    assert_eq!(report.title, "2026学年第一学期工作总结");
    assert_eq!(report.fields.get("hours").map(String::as_str), Some("3.5"));
    assert_eq!(
        texts(&report, "work"),
        [
            "### 读书",
            "读书1本：7月1日《静悄悄的革命》（有心得）。",
            "### 讲座",
            "讲座2场，共3.5学时：10月12日“数据怎样说话”；11月3日“项目学习”。",
        ]
    );
    assert_eq!(report.section("work")[1].sources[0].record, reading);
}

#[test]
fn outcomes_are_counted_by_type_level_and_grade_and_stand_in_a_table() {
    let mut book = Book::new();
    for (title, sort, level, grade, day) in [
        ("甲", "paper", "city", "second", "2026-10-01"),
        ("乙", "paper", "city", "first", "2026-10-02"),
        ("丙", "paper", "province", "first", "2026-10-03"),
        ("丁", "paper", "city", "first", "2026-10-04"),
        ("戊|己", "title", "province", "", "2026-10-05"),
    ] {
        let mut fields = json!({"sort": sort, "level": level, "on": day});
        if !grade.is_empty() {
            fields["grade"] = grade.into();
        }
        book.add("outcome", title, &fields);
    }
    for number in 0..3 {
        let level = if number == 0 { "province" } else { "city" };
        book.add(
            "open_lesson",
            &format!("课{number}"),
            &json!({"on": "2026-11-01", "level": level}),
        );
    }
    book.add("outcome", "没有写类型", &json!({"on": "2026-12-01"}));
    let report = book.report(Language::ZhHans);
    let told = texts(&report, "outcomes");
    assert_eq!(
        told[..4],
        [
            "公开课3节：省级1节、市级2节。",
            "论文4项：省级一等奖1项、市级一等奖2项、市级二等奖1项。",
            "称号与项目学校1项：省级1项。",
            "成果与获奖1项。",
        ]
    );
    assert!(told[4].starts_with("表：本学期的成果\n\n| 成果 | 类型 | 级别 | 等第 | 日期 |\n|---|---|---|---|---|\n"));
    assert!(told[4].contains("| 戊\\|己 | 称号与项目学校 | 省级 |  | 10月5日 |"));
    assert!(told[4].contains("| 课0 | 公开课 | 省级 |  | 11月1日 |"));
    assert_eq!(report.section("outcomes")[4].sources.len(), 9);
    assert_eq!(report.section("outcomes")[1].sources.len(), 4);
}

#[test]
fn problems_of_the_term_and_what_is_open_in_research_end_it() {
    let mut book = Book::new();
    book.add(
        "issue",
        "培训资源短缺",
        &json!({"on": "2027-01-10", "cause": "专家都在城里", "plan": "请片区一起办。"}),
    );
    let problem = |body: &str, fate| {
        Content::of(&Entry {
            phase: Phase::NewProblem,
            happened_on: "2026-12-01".parse().ok(),
            body: body.into(),
            fate,
            ..Entry::default()
        })
    };
    let open = book.put(problem("写得具体了，怎样选一个瞬间？", Fate::Undecided));
    book.put(problem("不追的", Fate::LetGo));
    let report = book.report(Language::ZhHans);
    assert_eq!(
        texts(&report, "problems"),
        [
            "培训资源短缺。原因是：专家都在城里。下一步：请片区一起办。",
            "研究中还没有解决的问题：写得具体了，怎样选一个瞬间？",
        ]
    );
    assert_eq!(report.section("problems")[1].sources[0].record, open);
}

#[test]
fn what_is_private_is_not_told_and_what_changes_is_noticed() {
    let mut book = Book::new();
    book.add("ethics", "课堂语言", &json!({"on": "2026-10-12", "mirror": "说话太急"}));
    book.add("lecture", "只给自己", &json!({"on": "2026-10-12", "privacy": "own"}));
    let award = book.add(
        "outcome",
        "甲",
        &json!({"sort": "paper", "level": "city", "grade": "second", "on": "2026-10-01"}),
    );
    let report = book.report(Language::ZhHans);
    let all = report
        .passages()
        .map(|(_, _, passage)| passage.text.clone())
        .collect::<String>();
    assert!(
        all.contains("课堂语言") && !all.contains("说话太急") && !all.contains("只给自己"),
        "{all}"
    );

    assert_eq!(crate::draft::changed(&report, &book.journal), []);
    let head = book.journal.head(award).expect("it is there").content().clone();
    book.journal
        .write(award, head.with("grade", Some("first".into())), author());
    assert!(
        !crate::draft::changed(&report, &book.journal).is_empty(),
        "a better grade is another number"
    );
}

#[test]
fn the_other_languages_tell_the_same() {
    let mut book = Book::new();
    book.add("theme", "学为中心", &json!({"on": "2026-09-01"}));
    book.add(
        "mandate",
        "2026年教研工作要点",
        &json!({"on": "2026-09-02", "number": "温教研〔2026〕1号"}),
    );
    book.add("lecture", "数据怎样说话", &json!({"on": "2026-10-12"}));
    let report = book.report(Language::ZhHant);
    assert_eq!(report.title, "2026學年第一學期工作總結");
    assert_eq!(
        texts(&report, "opening"),
        [
            "本學期學校的主題是「學為中心」。".replace("學為", "学为"),
            "依據：《2026年教研工作要点》（温教研〔2026〕1号）。".to_owned()
        ]
    );
    let report = book.report(Language::En);
    assert_eq!(report.title, "Report of term 1, 2026");
    assert_eq!(
        texts(&report, "work"),
        ["### Lectures", "Lectures: 1 – “数据怎样说话” (12 October)."]
    );
}

#[test]
fn marks_within_marks_are_the_single_ones() {
    let mut book = Book::new();
    book.add("theme", "“学为中心”课堂建设", &json!({"on": "2026-09-01"}));
    book.add("book", "读“懂”课堂", &json!({"from": "2026-09-05", "on": "2026-09-05"}));
    let report = book.report(Language::ZhHans);
    assert_eq!(texts(&report, "opening"), ["本学期学校的主题是“‘学为中心’课堂建设”。"]);
    let read = texts(&report, "work").join("\n");
    assert!(read.contains("《读“懂”课堂》"), "{read}");
}

#[test]
fn a_handbook_has_a_table_for_each_kind_with_the_columns_schools_ask_for() {
    let mut book = Book::new();
    let contest = book.add("contest", "市论文评比", &json!({"on": "2026-12-01"}));
    let fields = json!({"contest": contest.to_string(), "stage": "result", "submitted": "2026-11-20", "on": "2026-12-01", "grade": "first"});
    book.add("contest_entry", "把一件事写具体", &fields);
    book.add(
        "outcome",
        "小脚丫|课程",
        &json!({"on": "2026-12-01", "sort": "curriculum", "level": "city", "grade": "first", "organiser": "市教育局", "certificate": "WZ-7"}),
    );
    book.add(
        "book",
        "静悄悄的革命",
        &json!({"on": "2026-09-05", "end": "2026-10-08", "author": "佐藤学"}),
    );
    book.add("lecture", "数据怎样说话", &json!({"on": "2026-10-12", "hours": 2}));
    book.add("lecture", "上学期的", &json!({"on": "2026-03-03", "hours": 3}));
    book.add("lecture", "没有日期的", &json!({}));
    book.add("lecture", "只给自己", &json!({"on": "2026-10-12", "privacy": "own"}));
    book.put(Content::of(&Kind::own(
        RecordId::from_bytes([0x77; 16]),
        "家访",
        ["名称", "日期", "记录"],
        Language::ZhHans,
    )));
    let profile = crate::record::Profile {
        name: "林小满".into(),
        school: "青禾小学".into(),
        subject: "语文".into(),
        ..crate::record::Profile::default()
    };
    book.journal
        .write(crate::record::PROFILE, Content::of(&profile), author());
    let made = |term, language| handbook(&Index::of(&book.journal), &book.journal, term, language);
    let term = made(Some(TERM), Language::ZhHans).expect("there are records");
    assert_eq!(term.file_name, "教师成长手册-2026学年第一学期-林小满");
    let text = term.manuscript.plain(Language::ZhHans);
    for said in [
        "任教学科：语文",
        "一、读书与培训",
        "表1　读书1本\n序号\t起止时间\t书名\t作者\t出版社\t阶段\n1\t2026.9.5—2026.10.8\t静悄悄的革命\t佐藤学",
        "表2　讲座1场，共2学时\n",
        "二、评比与指导",
        "1\t2026.11.20\t把一件事写具体\t市论文评比\t\t一等奖\t已有结果",
        "1\t2026.12.1\t小脚丫|课程\t课程改革项目\t市级\t一等奖\t市教育局\tWZ-7",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    for unsaid in ["上学期的", "没有日期的", "只给自己", "家访"] {
        assert!(!text.contains(unsaid), "{unsaid}\n{text}");
    }
    let all = made(None, Language::ZhHans).expect("there are records").manuscript;
    assert_eq!(all.subtitle, "历年个人成果一览");
    let all = all.plain(Language::ZhHans);
    assert!(
        all.contains("讲座3场，共5学时") && all.contains("没有日期的") && !all.contains("只给自己"),
        "{all}"
    );
    let english = made(Some(TERM), Language::En).expect("there are records").manuscript;
    assert!(english.plain(Language::En).contains("Lectures: 1, 2 hours in all"));
}

#[test]
fn a_kind_of_a_schools_own_stands_in_the_handbook_and_a_term_without_records_has_none() {
    let mut book = Book::new();
    assert_eq!(
        handbook(&Index::of(&book.journal), &book.journal, Some(TERM), Language::ZhHans),
        None
    );
    let id = RecordId::from_bytes([0x77; 16]);
    let own = Kind::own(id, "家访", ["哪一家", "日期", "记录"], Language::ZhHans);
    book.journal.write(id, Content::of(&own), author());
    book.put(
        own.begun("小航家")
            .with("on", Some("2026-10-12".into()))
            .with("body", Some("很长".into())),
    );
    let made = handbook(&Index::of(&book.journal), &book.journal, Some(TERM), Language::ZhHans).expect("a visit");
    let text = made.manuscript.plain(Language::ZhHans);
    assert!(
        text.contains("一、其他\n表1　家访1条\n序号\t日期\t哪一家\n1\t2026.10.12\t小航家"),
        "{text}"
    );
    let told = |book: &Book| report(&Index::of(&book.journal), &book.journal, TERM, Language::ZhHans).expect("a term");
    let work: Vec<_> = told(&book)
        .section("work")
        .iter()
        .map(|passage| passage.text.clone())
        .collect();
    assert_eq!(work, ["### 家访", "家访1条：10月12日“小航家”。"]);
    let mut own = own;
    own.report.part = String::new();
    book.journal.write(id, Content::of(&own), author());
    assert!(told(&book).section("work").is_empty(), "it is said not to count");
}

/// Lessons, papers and talks of the term; and the project that goes on from the term before.
fn of_this_term(book: &mut Book) -> RecordId {
    for number in 0..3 {
        book.add(
            "open_lesson",
            &format!("课{number}"),
            &json!({"on": "2026-11-01", "level": "city"}),
        );
        book.add(
            "outcome",
            &format!("论文{number}"),
            &json!({"on": "2026-11-01", "sort": "paper", "level": "city"}),
        );
    }
    book.add("lecture", "数据怎样说话", &json!({"on": "2026-10-12"}));
    book.add("salon", "诗与远方", &json!({"on": "2026-10-30"}));
    book.add(
        "project",
        "走过两个学期",
        &json!({"on": "2026-03-01", "end": "2026-12-30"}),
    )
}

/// The term before with what there was in it; and its open lesson.
fn of_the_term_before(book: &mut Book) -> RecordId {
    let term = |start: &str, end: &str| Term {
        start: start.parse().ok(),
        end: end.parse().ok(),
        ..Term::default()
    };
    book.put(Content::of(&term("2026-02-20", "2026-06-30")));
    // One of years ago is not the last one, and one that follows is none before.
    book.put(Content::of(&term("2024-09-01", "2025-01-20")));
    book.put(Content::of(&term("2027-02-20", "2027-06-30")));
    let lesson = book.add(
        "open_lesson",
        "上学期的课",
        &json!({"on": "2026-04-01", "level": "city"}),
    );
    for number in 0..4 {
        book.add(
            "outcome",
            &format!("上学期的论文{number}"),
            &json!({"on": "2026-04-01", "sort": "paper", "level": "city"}),
        );
    }
    book.add("outcome", "上学期的案例", &json!({"on": "2026-04-01", "sort": "case"}));
    book.add("lecture", "上学期的讲座", &json!({"on": "2026-04-01"}));
    lesson
}

#[test]
fn what_there_was_in_the_term_before_is_told_where_there_was_something() {
    let mut book = Book::new();
    let project = of_this_term(&mut book);
    let alone = texts(&book.report(Language::ZhHans), "outcomes");
    assert_eq!(alone[0], "公开课3节：市级3节。", "there was no term before");
    let earlier = of_the_term_before(&mut book);
    let report = book.report(Language::ZhHans);
    let (work, outcomes) = (texts(&report, "work"), texts(&report, "outcomes"));
    assert_eq!(outcomes[0], "公开课3节：市级3节。比上学期的1节多2节。");
    assert_eq!(outcomes[1], "论文3项：市级3项。比上学期的4项少1项。");
    assert!(
        work.contains(&"讲座1场：10月12日“数据怎样说话”。和上学期一样多。".to_owned()),
        "{work:?}"
    );
    assert!(
        work.contains(&"读书沙龙1次：10月30日“诗与远方”（通知）。".to_owned()),
        "{work:?}"
    );
    let of_project = report
        .section("work")
        .iter()
        .find(|passage| passage.sources.iter().any(|source| source.record == project));
    assert!(
        of_project.is_some_and(|passage| !passage.text.contains("上学期")),
        "it is the same one"
    );
    let sources: Vec<_> = report.section("outcomes")[0]
        .sources
        .iter()
        .map(|source| source.record)
        .collect();
    assert!(sources.len() == 4 && sources.contains(&earlier));
    let all = book.report(Language::En);
    let outcomes = texts(&all, "outcomes");
    assert_eq!(
        outcomes[0],
        "Open lessons: 3 – City 3. That is 2 more than the 1 of last term."
    );
}

/// A picture of a record under its name; certificates have two sides and no words.
fn photo(book: &mut Book, of: RecordId, name: &str, privacy: Privacy) -> RecordId {
    let blob = BlobRef {
        id: crate::BlobId::of(name.as_bytes()),
        media: "image/jpeg".into(),
        size: 1,
        width: 4,
        height: 3,
        other: serde_json::Map::new(),
    };
    let further = if name == "证书" {
        vec![BlobRef {
            id: crate::BlobId::of(b"2"),
            ..blob.clone()
        }]
    } else {
        Vec::new()
    };
    book.put(Content::of(&Evidence {
        entries: vec![of],
        blob: Some(blob),
        further,
        caption: if name == "证书" { String::new() } else { name.into() },
        privacy,
        ..Evidence::default()
    }))
}

#[test]
fn pictures_of_certificates_and_lessons_are_attached_but_for_those_that_are_not_for_others() {
    let mut book = Book::new();
    let award = book.add("outcome", "论文[一等]奖", &json!({"on": "2026-12-01", "sort": "paper"}));
    let lesson = book.add("open_lesson", "圆的认识", &json!({"on": "2026-11-01"}));
    let lecture = book.add("lecture", "数据怎样说话", &json!({"on": "2026-10-12"}));
    let own = book.add("outcome", "只给自己", &json!({"on": "2026-12-01", "privacy": "own"}));
    let mut photo = |of, name, privacy| photo(&mut book, of, name, privacy);
    photo(award, "证书", Privacy::Public);
    let held = photo(award, "盖章页", Privacy::Own);
    let pupil = photo(lesson, "学生发言", Privacy::Identifiable);
    photo(lesson, "板书", Privacy::Group);
    photo(lecture, "讲座", Privacy::Public);
    photo(own, "自己的", Privacy::Public);
    let index = Index::of(&book.journal);
    let mut report = book.report(Language::ZhHans);
    assert_eq!(texts(&report, "appendix"), [""; 0]);
    let count = add_pictures(&mut report, &index, &book.journal, TERM, Language::ZhHans);
    let shown = |name: &str| crate::BlobId::of(name.as_bytes());
    assert_eq!(count, 2);
    assert_eq!(
        texts(&report, "appendix"),
        [
            "### 证书".to_owned(),
            format!("![论文 一等 奖](luoxuan:{}) ![](luoxuan:{})", shown("证书"), shown("2")),
            "### 课堂".to_owned(),
            format!("![板书](luoxuan:{})", shown("板书")),
        ]
    );
    assert_eq!(report.section("appendix")[1].sources.len(), 2);
    let left: Vec<_> = held_pictures(&index, TERM)
        .into_iter()
        .map(|held| (held.record, held.evidence, held.privacy))
        .collect();
    assert_eq!(
        left,
        [(award, held, Privacy::Own), (lesson, pupil, Privacy::Identifiable)]
    );
}
