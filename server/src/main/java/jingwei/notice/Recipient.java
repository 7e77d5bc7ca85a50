package jingwei.notice;

import java.util.UUID;

/// 收件者: whom a notice is for.
public sealed interface Recipient {

    /// 账号.
    record ToAccount(UUID account) implements Recipient {

        @Override
        public String word() {
            return "account:" + account;
        }
    }

    /// 人: under all accounts of the person.
    record ToPerson(UUID person) implements Recipient {

        @Override
        public String word() {
            return "person:" + person;
        }
    }

    /// 岗位: whoever holds the post when reading.
    record ToPost(String post) implements Recipient {

        @Override
        public String word() {
            return "post:" + post;
        }
    }

    /// As it stands in the table.
    String word();
}
