//! What stands in place of a name, and what is said about one that was found.

use super::{Words, w};
use crate::anonymity::{Leak, Place};

/// What stands in its place in an anonymous text.
pub const fn masked(leak: Leak) -> Words {
    match leak {
        Leak::Person => w("X老师", "X老師", "Teacher X"),
        Leak::Pupil => w("某同学", "某同學", "a pupil"),
        Leak::School => w("某校", "某校", "a school"),
        Leak::Class => w("某班", "某班", "a class"),
        Leak::Place => w("某地", "某地", "a place"),
        Leak::Group => w("某教研组", "某教研組", "a subject group"),
        Leak::Studio => w("某工作室", "某工作室", "a studio"),
        Leak::Project => w("（略）", "（略）", "(left out)"),
        Leak::Number => w("（号码略）", "（號碼略）", "(number left out)"),
        Leak::Link => w("（链接略）", "（連結略）", "(link left out)"),
        Leak::Own | Leak::Thanks | Leak::SelfCitation | Leak::Picture => w("某某", "某某", "so-and-so"),
    }
}

/// What was found, as a sentence. `{place}` is where, `{words}` what stands there.
pub const fn found(leak: Leak) -> Words {
    match leak {
        Leak::Person => w(
            "{place}有人名“{words}”。匿名稿里写成“X老师”。",
            "{place}有人名「{words}」。匿名稿裡寫成「X老師」。",
            "{place}: “{words}” is a person’s name. In an anonymous text write “Teacher X”.",
        ),
        Leak::Pupil => w(
            "{place}有学生或家长的名字“{words}”。匿名稿里写成“某同学”，也可以用“生A”。",
            "{place}有學生或家長的名字「{words}」。匿名稿裡寫成「某同學」，也可以用「生A」。",
            "{place}: “{words}” names a pupil or a parent. In an anonymous text write “a pupil”, or a code such as “pupil A”.",
        ),
        Leak::School => w(
            "{place}有校名“{words}”。可以写“某校”或“我校”。",
            "{place}有校名「{words}」。可以寫「某校」或「我校」。",
            "{place}: “{words}” names the school. Write “a school” or “our school”.",
        ),
        Leak::Class => w(
            "{place}有班级名“{words}”。可以写“某班”或“我班”。",
            "{place}有班級名「{words}」。可以寫「某班」或「我班」。",
            "{place}: “{words}” names the class. Write “a class” or “my class”.",
        ),
        Leak::Place => w(
            "{place}有地名“{words}”，看得出是哪里。可以写“某地”。",
            "{place}有地名「{words}」，看得出是哪裡。可以寫「某地」。",
            "{place}: “{words}” tells where the school is. Write “a place”.",
        ),
        Leak::Group => w(
            "{place}有教研组的名字“{words}”。",
            "{place}有教研組的名字「{words}」。",
            "{place}: “{words}” names the subject group.",
        ),
        Leak::Studio => w(
            "{place}有工作室的名字“{words}”。",
            "{place}有工作室的名字「{words}」。",
            "{place}: “{words}” names a studio.",
        ),
        Leak::Own => w(
            "{place}有词表里的“{words}”，和校名一样认得出来。",
            "{place}有詞表裡的「{words}」，和校名一樣認得出來。",
            "{place}: “{words}” is on your list and tells as much as the school’s name.",
        ),
        Leak::Project => w(
            "{place}有课题编号或文号“{words}”。",
            "{place}有課題編號或文號「{words}」。",
            "{place}: “{words}” is the number of a project or of an authority’s paper.",
        ),
        Leak::Number => w(
            "{place}有号码“{words}”，凭它能找到人。",
            "{place}有號碼「{words}」，憑它能找到人。",
            "{place}: “{words}” is a number by which somebody can be found.",
        ),
        Leak::Link => w(
            "{place}有网址或邮箱“{words}”。",
            "{place}有網址或信箱「{words}」。",
            "{place}: “{words}” is a link or an address.",
        ),
        Leak::Thanks => w(
            "{place}有致谢（“{words}”）。匿名稿请删去这一句。",
            "{place}有致謝（「{words}」）。匿名稿請刪去這一句。",
            "{place}: acknowledgements (“{words}”). Delete them from an anonymous text.",
        ),
        Leak::SelfCitation => w(
            "{place}提到自己发表过的文章（“{words}”）。请改成第三人称，或者删去。",
            "{place}提到自己發表過的文章（「{words}」）。請改成第三人稱，或者刪去。",
            "{place}: “{words}” cites your own work. Cite it as another’s, or take it out.",
        ),
        Leak::Picture => w(
            "{place}有图片“{words}”。请看一看：校牌、校服、校门、学生的脸、二维码都不能露出来。",
            "{place}有圖片「{words}」。請看一看：校牌、校服、校門、學生的臉、QR Code 都不能露出來。",
            "{place}: look at the picture “{words}”. No badge, uniform, sign, face or code may be seen in it.",
        ),
    }
}

/// What may be something of this kind and may be not, as a sentence: it stays as it is until the teacher decides.
pub const fn perhaps(leak: Leak) -> Words {
    match leak {
        Leak::School => w(
            "{place}的“{words}”可能是校名。是的话请改写，或者加进词表；不是就不用管。",
            "{place}的「{words}」可能是校名。是的話請改寫，或者加進詞表；不是就不用管。",
            "{place}: “{words}” may be a school. If it is, reword it or add it to the list; if not, leave it.",
        ),
        Leak::Place => w(
            "{place}的“{words}”是地名。会让人看出学校在哪里，就请改写或者加进词表；是课文、题目里的就不用管。",
            "{place}的「{words}」是地名。會讓人看出學校在哪裡，就請改寫或者加進詞表；是課文、題目裡的就不用管。",
            "{place}: “{words}” is a place. If it tells where the school is, reword it or add it to the list; if it belongs to a lesson, leave it.",
        ),
        _ => w(
            "{place}的“{words}”可能是人名。是的话请改写，或者加进词表；不是就不用管。",
            "{place}的「{words}」可能是人名。是的話請改寫，或者加進詞表；不是就不用管。",
            "{place}: “{words}” may be a person’s name. If it is, reword it or add it to the list; if not, leave it.",
        ),
    }
}

/// The sentences of [`Looked`](crate::anonymity::Looked).
pub struct LookedWords {
    /// What was looked for: `{what}`.
    pub looked: Words,
    /// What the profile does not say: `{what}`.
    pub missing: Words,
    /// What no program can see.
    pub cannot: Words,
    /// The teacher's name.
    pub name: Words,
    /// The school and its places.
    pub school: Words,
    /// The classes.
    pub class: Words,
    /// `{n}` words of the list.
    pub listed: Words,
    /// `{n}` people of the journal.
    pub heard: Words,
    /// What tells by its form.
    pub forms: Words,
    /// Stands between two of them.
    pub between: Words,
}

/// What is said of what was looked for.
pub const fn looked() -> LookedWords {
    LookedWords {
        looked: w("查过的：{what}。", "查過的：{what}。", "Looked for: {what}."),
        missing: w(
            "“我”里还没有填{what}，这一项没有查。请到设置里填上。",
            "「我」裡還沒有填{what}，這一項沒有查。請到設定裡填上。",
            "Not looked for, because the settings do not say it: {what}. Fill it in there.",
        ),
        cannot: w(
            "查不出的：没带称呼的名字和外号、只有身边人才懂的叫法、图片里的脸和校徽。请自己通读一遍，漏掉的加进词表。",
            "查不出的：沒帶稱呼的名字和外號、只有身邊人才懂的叫法、圖片裡的臉和校徽。請自己通讀一遍，漏掉的加進詞表。",
            "What cannot be found: names and nicknames without a title, what only people near you understand, faces and badges in pictures. Read it \
             through yourself and add what was missed to the list.",
        ),
        name: w("姓名", "姓名", "your name"),
        school: w("学校和所在地", "學校和所在地", "your school and its places"),
        class: w("班级", "班級", "your class"),
        listed: w("词表里的{n}个词", "詞表裡的{n}個詞", "{n} words of your list"),
        heard: w(
            "手记里提到的{n}个人",
            "手記裡提到的{n}個人",
            "{n} people named in the journal",
        ),
        forms: w(
            "像“王老师”“李某某同学”这样带称呼的名字、校名、地名、电话、证件号、车牌、微信和QQ号、网址的写法",
            "像「王老師」「李某某同學」這樣帶稱呼的名字、校名、地名、電話、證件號、車牌、微信和QQ號、網址的寫法",
            "what looks like a name with a title, a school, a place, a telephone, a card’s or a plate’s number, an account or a link",
        ),
        between: w("、", "、", "; "),
    }
}

/// Where something stands.
pub const fn place(place: &Place) -> Words {
    match place {
        Place::Title => w("题目里", "題目裡", "Title"),
        Place::Byline => w("署名处", "署名處", "Under the title"),
        Place::Summary => w("摘要里", "摘要裡", "Abstract"),
        Place::Keywords => w("关键词里", "關鍵詞裡", "Keywords"),
        Place::Section(_, None) => w("标题里", "標題裡", "Heading"),
        Place::Section(_, Some(_)) => w("正文里", "正文裡", "Text"),
        Place::Reference(_) => w("参考文献里", "參考文獻裡", "References"),
        Place::Margin => w("页眉或首页角上", "頁首或首頁角上", "Header or corner"),
        Place::FileName => w("文件名里", "檔名裡", "File name"),
    }
}
