//! What stands in place of a name, and what is said about one that was found.

use super::{Words, w};
use crate::anonymity::{Leak, Place};

/// What stands in its place in an anonymous text.
pub const fn masked(leak: Leak) -> Words {
    match leak {
        Leak::Person => w("X老师", "X老師", "Teacher X"),
        Leak::School => w("某校", "某校", "a school"),
        Leak::Place => w("某地", "某地", "a place"),
        Leak::Group => w("某教研组", "某教研組", "a subject group"),
        Leak::Studio => w("某工作室", "某工作室", "a studio"),
        Leak::Project => w("（略）", "（略）", "(left out)"),
        Leak::Link => w("（链接略）", "（鏈接略）", "(link left out)"),
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
        Leak::School => w(
            "{place}有校名“{words}”。可以写“某校”或“我校”。",
            "{place}有校名「{words}」。可以寫「某校」或「我校」。",
            "{place}: “{words}” names the school. Write “a school” or “our school”.",
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
            "{place}有本校才有的叫法“{words}”，和校名一样认得出来。",
            "{place}有本校才有的叫法「{words}」，和校名一樣認得出來。",
            "{place}: only your school says “{words}”, which tells as much as its name.",
        ),
        Leak::Project => w(
            "{place}有课题编号“{words}”。",
            "{place}有課題編號「{words}」。",
            "{place}: “{words}” is a project’s number.",
        ),
        Leak::Link => w(
            "{place}有链接或联系方式“{words}”。",
            "{place}有鏈接或聯繫方式「{words}」。",
            "{place}: “{words}” is a link or an address.",
        ),
        Leak::Thanks => w(
            "{place}有致谢（“{words}”）。匿名稿请删去这一句。",
            "{place}有致謝（「{words}」）。匿名稿請刪去這一句。",
            "{place}: thanks (“{words}”) tell who helped. Take the sentence out of an anonymous text.",
        ),
        Leak::SelfCitation => w(
            "{place}提到自己发表过的文章（“{words}”）。请改成第三人称，或者删去。",
            "{place}提到自己發表過的文章（「{words}」）。請改成第三人稱，或者刪去。",
            "{place}: “{words}” cites your own work. Cite it as another’s, or take it out.",
        ),
        Leak::Picture => w(
            "{place}有图片“{words}”。请看一看：校牌、校服、门头、学生的脸、二维码都不能露出来。",
            "{place}有圖片「{words}」。請看一看：校牌、校服、門頭、學生的臉、二維碼都不能露出來。",
            "{place}: look at the picture “{words}”. No badge, uniform, sign, face or code may be seen in it.",
        ),
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
        Place::Margin => w("页眉或首页角上", "頁眉或首頁角上", "Header or corner"),
        Place::FileName => w("文件名里", "檔名裡", "File name"),
    }
}
