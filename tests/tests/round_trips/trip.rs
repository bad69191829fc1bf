//! Duty: the way of a value: from the model through views into MAPI's memory, twice, and back to the model.

use super::arena::Arena;
use super::heap;
use super::model::Model;
use mapidl::MapiBox;
use mapidl::heap::Scope;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestRunner};

/// How many random values each test tries: fewer under valgrind.
pub(crate) const CASES: &str = "MAPIDL_TESTS_CASES";

/// Tries random values; a failure shows the smallest one that fails.
#[track_caller]
pub(crate) fn check<S: Strategy>(strategy: S, trip: impl Fn(&S::Value)) {
    heap::install();
    let cases = std::env::var(CASES).map_or(48, |cases| cases.parse().expect("a number"));
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2000, ..Config::default() };
    let result = TestRunner::new(config).run(&strategy, |model| {
        trip(&model);
        Ok(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
}

/// Runs a part of a trip; when it is over, it has freed all that it allocated, once.
pub(crate) fn without_leaks(part: impl FnOnce()) {
    let scope = Scope::new();
    let entered = scope.enter();
    part();
    drop(entered);
    assert_eq!(scope.live(), 0, "blocks that were not freed");
    assert_eq!(heap::faults(), [] as [String; 0]);
}

/// Sends a value there and back.
pub(crate) fn boxed<M: Model>(model: &M) {
    without_leaks(|| {
        let source = model.clone();
        let arena = Arena::default();
        let view = source.view(&arena);
        assert_eq!(&M::of_view(view), model, "what was built");
        let first = MapiBox::<M::Record>::new(view).expect("memory");
        drop((arena, source));
        assert_shows(&first, model);
        let second = MapiBox::<M::Record>::new(first.view()).expect("memory");
        assert_shows(&second, model);
        drop(first);
        let raw = second.into_raw();
        // SAFETY: just given up.
        let second = unsafe { MapiBox::from_raw(raw) }.expect("a record");
        assert_shows(&second, model);
    });
}

/// A record shows what the model says: through its view, and by its fields.
pub(crate) fn assert_shows<M: Model>(record: &MapiBox<M::Record>, model: &M) {
    assert_eq!(&M::of_view(record.view()), model, "by its view");
    // SAFETY: the record is owned, so that all in it is valid.
    assert_eq!(&unsafe { M::of_raw(record.as_ptr()) }, model, "by its fields");
}

/// Sends several values there and back as one array. In generic code the compiler does not know that the views of a
/// `Record` are those of the same `Pointee`, so this is no function.
macro_rules! array {
    ($model:ty, $models:expr) => {{
        let models: &Vec<$model> = $models;
        $crate::trip::without_leaks(|| {
            let (source, arena) = (models.clone(), $crate::arena::Arena::default());
            let views: Vec<_> = source.iter().map(|model| model.view(&arena)).collect();
            let first = mapidl::MapiVec::<<$model as Model>::Record>::new(&views).expect("memory");
            drop((arena, source));
            $crate::trip::assert_array_shows!($model, first, models);
            let second = mapidl::MapiVec::<<$model as Model>::Record>::new(&first.as_array().to_slice());
            let second = second.expect("memory");
            drop(first);
            let (start, len) = second.into_raw();
            // SAFETY: just given up.
            let second = unsafe { mapidl::MapiVec::<<$model as Model>::Record>::from_raw(start, len) };
            $crate::trip::assert_array_shows!($model, second, models);
        });
    }};
}

/// The records of an array show what the models say: through their views, and by their fields.
macro_rules! assert_array_shows {
    ($model:ty, $array:expr, $models:expr) => {{
        let shown: Vec<$model> = $array.iter().map(<$model>::of_view).collect();
        assert_eq!(&shown, $models, "by the views");
        let array = $array.as_array();
        // SAFETY: the records are owned, so that all in them is valid.
        let told: Vec<$model> =
            unsafe { $crate::raw::each(array.as_ptr(), array.len() as u32, |at| <$model>::of_raw(at)) };
        assert_eq!(&told, $models, "by the fields");
    }};
}

pub(crate) use {array, assert_array_shows};
