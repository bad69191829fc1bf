//! An object for each of the six interfaces, made in Rust, as a mock, or in C++.

use crate::cpp::library::Cpp;
use crate::cpp::provider::{Bare, Callback, Prop, Sink, Store, Table};
use crate::cpp::script::Script;
use crate::cpp::session::Session;
use crate::cpp::{client, mocked};
use mapi::{
    IMAPIAdviseSink, IMAPIProp, IMAPISync, IMAPISyncProgressCallback, IMAPITable, IMsgStore, MockIMAPIAdviseSink,
    MockIMAPIProp, MockIMAPISync, MockIMAPISyncProgressCallback, MockIMAPITable, MockIMsgStore,
};
use mapidl::mock::Sequence;
use mapidl::{HRESULT, IUnknown, Interface};

/// The interfaces that both languages call and implement.
pub(crate) const INTERFACES: [&str; 6] =
    ["IMAPISyncProgressCallback", "IMAPISync", "IMAPIProp", "IMAPITable", "IMsgStore", "IMAPIAdviseSink"];

/// One object for each interface.
pub(crate) struct Family {
    pub(crate) callback: IMAPISyncProgressCallback,
    pub(crate) sync: IMAPISync,
    pub(crate) prop: IMAPIProp,
    pub(crate) table: IMAPITable,
    pub(crate) store: IMsgStore,
    pub(crate) sink: IMAPIAdviseSink,
}

impl Family {
    /// Providers in Rust.
    pub(crate) fn providers(script: Script) -> Self {
        let store: IMsgStore = Store(script).into();
        Self {
            callback: Callback(script).into(),
            // Where MAPI finds it: on the store.
            sync: store.cast().expect("the interface"),
            prop: Prop(script).into(),
            table: Table(script).into(),
            store,
            sink: Sink(script).into(),
        }
    }

    /// One provider in Rust that has left out every method.
    pub(crate) fn bare() -> Self {
        Self::of_one(&IMsgStore::from(Bare))
    }

    /// Objects in C++ that answer every call with `answer`, or play their parts where that is S_OK.
    pub(crate) fn cpp(cpp: &Cpp, session: &Session, answer: HRESULT) -> Self {
        let store: IMsgStore = cpp.make(session, INTERFACES[4], answer);
        Self {
            callback: cpp.make(session, INTERFACES[0], answer),
            sync: store.cast().expect("the interface"),
            prop: cpp.make(session, INTERFACES[2], answer),
            table: cpp.make(session, INTERFACES[3], answer),
            store,
            sink: cpp.make(session, INTERFACES[5], answer),
        }
    }

    /// The interfaces of an object that has all of them.
    pub(crate) fn of_one(object: &IUnknown) -> Self {
        Self {
            callback: object.cast().expect("the interface"),
            sync: object.cast().expect("the interface"),
            prop: object.cast().expect("the interface"),
            table: object.cast().expect("the interface"),
            store: object.cast().expect("the interface"),
            sink: object.cast().expect("the interface"),
        }
    }

    /// Has the clients of the C++ half do a part on every object: `talk`, `refused`, `nulls` or `wishes`.
    pub(crate) fn run(&self, cpp: &Cpp, session: &Session, part: &str, code: HRESULT) {
        let on = |interface: &str, object: &IUnknown| cpp.run(session, &format!("{part}_{interface}"), object, code);
        on(INTERFACES[0], &self.callback);
        on(INTERFACES[1], &self.sync);
        on(INTERFACES[2], &self.prop);
        on(INTERFACES[3], &self.table);
        on(INTERFACES[4], &self.store);
        // A store has the methods of IMAPIProp in the same vtable.
        on("IMsgStore_base", &self.store);
        on(INTERFACES[5], &self.sink);
    }

    /// Has the clients in Rust hold every conversation.
    pub(crate) fn talk(&self) {
        client::sync::talk_to_callback(&self.callback);
        client::sync::talk(&self.sync);
        client::prop::talk(&self.prop);
        client::table::talk(&self.table);
        client::store::talk(&self.store);
        client::prop::talk(&self.store);
        client::table::talk_to_sink(&self.sink);
    }

    /// Has the clients in Rust call every method of objects that answer with an error.
    pub(crate) fn refused(&self, code: HRESULT) {
        client::sync::refused_by_callback(&self.callback, code);
        client::sync::refused(&self.sync, code);
        client::prop::refused(&self.prop, code);
        client::table::refused(&self.table, code);
        client::store::refused(&self.store, code);
        client::prop::refused(&self.store, code);
        client::table::number_of_sink(&self.sink, code);
    }

    /// Has the clients in Rust call every method of objects that succeed oddly and return nothing.
    pub(crate) fn ignored(&self) {
        client::sync::ignored_by_callback(&self.callback);
        client::sync::ignored(&self.sync);
        client::prop::ignored(&self.prop);
        client::table::ignored(&self.table);
        client::store::ignored(&self.store);
        client::prop::ignored(&self.store);
        client::table::number_of_sink(&self.sink, client::ODD);
    }
}

/// One mock for each interface.
pub(crate) struct Mocks {
    callback: MockIMAPISyncProgressCallback,
    sync: MockIMAPISync,
    prop: MockIMAPIProp,
    table: MockIMAPITable,
    store: MockIMsgStore,
    sink: MockIMAPIAdviseSink,
}

impl Mocks {
    /// Mocks that expect no call.
    pub(crate) fn new() -> Self {
        Self {
            callback: MockIMAPISyncProgressCallback::new(),
            sync: MockIMAPISync::new(),
            prop: MockIMAPIProp::new(),
            table: MockIMAPITable::new(),
            store: MockIMsgStore::new(),
            sink: MockIMAPIAdviseSink::new(),
        }
    }

    /// Six mocks that are one object.
    pub(crate) fn one() -> Self {
        let store = MockIMsgStore::new();
        Self {
            callback: store.also(),
            sync: store.also(),
            prop: store.also(),
            table: store.also(),
            sink: store.also(),
            store,
        }
    }

    /// Expects all conversations.
    pub(crate) fn expect_talk(&self) {
        let order = Sequence::new();
        mocked::callback(&self.callback, &order);
        mocked::sync(&self.sync, &order);
        mocked::props(&self.prop, &order);
        mocked::table(&self.table, &order);
        mocked::store(&self.store, &order);
        mocked::props(&self.store, &order);
        mocked::sink(&self.sink, &order);
    }

    /// Their interfaces.
    pub(crate) fn family(&self) -> Family {
        Family {
            callback: self.callback.to_interface(),
            sync: self.sync.to_interface(),
            prop: self.prop.to_interface(),
            table: self.table.to_interface(),
            store: self.store.to_interface(),
            sink: self.sink.to_interface(),
        }
    }

    /// Ends them; gives what they report.
    pub(crate) fn finish(self) -> String {
        let ends = [
            self.callback.finish(),
            self.sync.finish(),
            self.prop.finish(),
            self.table.finish(),
            self.store.finish(),
            self.sink.finish(),
        ];
        ends.into_iter().filter_map(Result::err).collect()
    }
}
