//! Pointers that are elements of arrays and never null, as the definition says: whoever gets one follows it.

use mapidl::depth::TOO_DEEP;
use mapidl::record::PtrView;
use mapidl::refs::NULL_REF_POINTER;
use mapidl::text::{NarrowView, WideView};
use mapidl::{Borrowed, HRESULT, IUnknown, MapiBox, MapiVec, Result, implement, u16cstr};
use mapidl_hostile::idl::{
    BushView, CrownView, IElementsByDefault, IElementsByDefault_Impl, IRefElements, IRefElements_Impl, LEAVES,
    LeafView, RoomView, SheafView, WoodView, WordsView,
};
use mapidl_hostile::{MIRI, without_leaks};
use mapidl_peer::{Caller, follows_elements, follows_elements_by_default};
use std::cell::Cell;

const OK: Result<(), HRESULT> = Ok(());
const REFUSED: Result<(), HRESULT> = Err(NULL_REF_POINTER);

fn code<T>(answer: Result<T>) -> Result<(), HRESULT> {
    answer.map(drop).map_err(|error| error.code())
}

type Texts = MapiVec<mapidl::record::NotNull<mapidl::text::WidePtr>>;

/// What C++ passes in, passed on to C++, and what C++ gives, given back.
struct Relay(IRefElements);

implement! { apartment impl Relay as Relay_Impl: [IRefElements] }

impl IRefElements_Impl for Relay_Impl {
    fn texts(&self, texts: &[WideView<'_>]) -> Result<()> {
        assert_eq!(texts[1].get(), None, "it is shown as it is");
        self.0.texts(texts)
    }

    fn objects(&self, objects: &[Option<Borrowed<'_, IUnknown>>]) -> Result<()> {
        self.0.objects(objects)
    }

    fn titles(&self, titles: &[NarrowView<'_>]) -> Result<()> {
        self.0.titles(titles)
    }

    fn sheaf(&self, sheaf: SheafView<'_>) -> Result<()> {
        self.0.sheaf(sheaf)
    }

    fn seen(&self, texts: &[WideView<'_>]) -> u32 {
        self.0.seen(texts)
    }

    fn give_all(&self) -> Result<Texts> {
        let texts = self.0.give_all()?;
        assert_eq!(texts.iter().map(WideView::get).collect::<Vec<_>>(), [None]);
        Ok(texts)
    }

    fn edit(&self, rooms: &[RoomView<'_>]) -> Result<()> {
        self.0.edit(rooms)
    }

    fn wood(&self, wood: WoodView<'_>) -> Result<()> {
        self.0.wood(wood)
    }
}

#[test]
fn nothing_of_ours_goes_out_without() {
    let refs: IRefElements = follows_elements();
    let (text, object): (_, &IUnknown) = (WideView::from(u16cstr!("text")), &refs);
    assert_eq!((code(refs.texts(&[text])), code(refs.texts(&[text, WideView::NULL]))), (OK, REFUSED));
    assert_eq!(
        (refs.seen(&[text, WideView::NULL]), refs.seen(&[WideView::NULL])),
        (1, 0),
        "what comes before is passed"
    );
    let object = Some(Borrowed::from(object));
    assert_eq!((code(refs.objects(&[object])), code(refs.objects(&[object, None]))), (OK, REFUSED));
    let title = NarrowView::from(c"title");
    assert_eq!((code(refs.titles(&[title])), code(refs.titles(&[title, NarrowView::NULL]))), (OK, REFUSED));
    assert_eq!((code(refs.texts(&[])), code(refs.objects(&[])), code(refs.titles(&[]))), (OK, OK, OK));
}

#[test]
fn elements_behind_fields_are_looked_at() {
    let refs: IRefElements = follows_elements();
    let (text, number) = (WideView::from(u16cstr!("text")), 7);
    let (full, empty) = (LeafView::new(Some(&number), None, None), LeafView::default());
    let (leaf, bare, none) = (PtrView::new(&full), PtrView::new(&empty), PtrView::NULL);
    for (sheaf, expected) in [
        (SheafView::new(&[text], &[leaf], &[], Some(&leaf)), OK),
        (SheafView::default(), OK),
        (SheafView::new(&[text, WideView::NULL], &[], &[], None), REFUSED),
        (SheafView::new(&[], &[leaf, none], &[], None), REFUSED),
        (SheafView::new(&[], &[leaf, bare], &[], None), REFUSED),
        (SheafView::new(&[], &[], &[None], None), REFUSED),
        (SheafView::new(&[], &[], &[], Some(&none)), REFUSED),
        (SheafView::new(&[], &[], &[], Some(&bare)), REFUSED),
    ] {
        assert_eq!(code(refs.sheaf(sheaf)), expected, "{sheaf:?}");
    }
}

#[test]
fn nothing_of_others_goes_on_without() {
    let refs: IRefElements = Relay(follows_elements()).into();
    let caller = Caller::of(&refs);
    assert_eq!(caller.missing_elements(), [NULL_REF_POINTER; 3]);
    let (refused, ok) = (NULL_REF_POINTER, HRESULT(0));
    assert_eq!(caller.sheaves(), [refused, refused, refused, refused, refused, ok]);
    without_leaks(|| assert_eq!(caller.take_texts(), NULL_REF_POINTER));
}

/// No copy of a record has a place, and the copy is what goes out.
#[test]
fn of_a_list_that_is_edited_the_copy_is_looked_at() {
    let refs: IRefElements = follows_elements();
    let place = Cell::new(7);
    without_leaks(|| {
        for rooms in [&[RoomView::new(Some(&place), &[1, 2])][..], &[RoomView::default()]] {
            assert_eq!(code(refs.edit(rooms)), REFUSED);
        }
        assert_eq!(code(refs.edit(&[])), OK);
        assert_eq!(Caller::of(&IRefElements::from(Relay(refs.clone()))).edit(), NULL_REF_POINTER);
    });
}

/// A few arrays, each of which many records refer to.
#[test]
fn what_is_shared_is_looked_at_in_time() {
    let refs: IRefElements = follows_elements();
    let number = 7;
    let wood = |len| {
        let list = MapiBox::<LEAVES>::new(&[][..]).expect("memory");
        let leaves = vec![LeafView::new(Some(&number), None, None); len];
        let crowns = vec![CrownView::new(&leaves, None, Some(&list)); len];
        let bushes = vec![BushView::new(&crowns); len];
        code(refs.wood(WoodView::new(&bushes)))
    };
    assert_eq!((wood(5), wood(if MIRI { 20 } else { 300 })), (OK, Err(TOO_DEEP)));
}

/// Passes on what it gets where pointers are so by default.
struct ByDefault(IElementsByDefault);

implement! { apartment impl ByDefault as ByDefault_Impl: [IElementsByDefault] }

impl IElementsByDefault_Impl for ByDefault_Impl {
    fn texts(&self, texts: &[WideView<'_>]) -> Result<()> {
        self.0.texts(texts)
    }

    fn objects(&self, objects: &[Option<Borrowed<'_, IUnknown>>]) -> Result<()> {
        self.0.objects(objects)
    }

    fn words(&self, words: WordsView<'_>) -> Result<()> {
        self.0.words(words)
    }
}

#[test]
fn an_interface_says_so_for_elements() {
    let refs: IElementsByDefault = follows_elements_by_default();
    let text = WideView::from(u16cstr!("text"));
    assert_eq!((code(refs.texts(&[text])), code(refs.texts(&[WideView::NULL]))), (OK, REFUSED));
    assert_eq!(code(refs.objects(&[None])), OK, "of objects no default says anything");
    let (some, none) = ([text], [WideView::NULL]);
    assert_eq!(code(refs.words(WordsView::new(&some, &none))), OK, "what says `unique` may be null");
    assert_eq!(code(refs.words(WordsView::new(&none, &some))), REFUSED);
    let relay: IElementsByDefault = ByDefault(refs).into();
    assert_eq!(Caller::of(&relay).missing_by_default(), [NULL_REF_POINTER, HRESULT(0), NULL_REF_POINTER]);
}
