"""A small OpenStack Swift with its S3 interface, for a test: everything in one process and one folder, on free ports of this machine.

    /usr/bin/python3 peer.py FOLDER    prints the S3 address; runs until its standard input is closed

Its S3 side checks every signature (version 4), and what is kept is encrypted by Swift itself. One user: test:tester, with the key testing.
"""
import os
import sys
import textwrap

import eventlet

eventlet.monkey_patch()

from swift.common import utils  # noqa: E402

home = os.path.abspath(sys.argv[1])
KINDS = ("account", "container", "object")


def write(name, text):
    path = os.path.join(home, name)
    with open(path, "w", encoding="ascii") as file:
        file.write(textwrap.dedent(text))
    return path


def listen():
    return eventlet.listen(("127.0.0.1", 0), backlog=64)


def ring(kind, port):
    from swift.common.ring import RingBuilder
    builder = RingBuilder(2, 1, 0)
    builder.add_dev({"id": 0, "region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "disk", "weight": 1.0,
                     "replication_ip": "127.0.0.1", "replication_port": port, "meta": ""})
    builder.rebalance()
    builder.get_ring().save(os.path.join(home, kind + ".ring.gz"))


def common():
    return f"""
        swift_dir = {home}
        devices = {home}/devices
        mount_check = false
        log_level = ERROR
        log_address = {home}/no-syslog
        """


def server(kind):
    return write(kind + ".conf", f"""
        [DEFAULT]{common()}
        [pipeline:main]
        pipeline = {kind}-server
        [app:{kind}-server]
        use = egg:swift#{kind}
        """)


def proxy():
    return write("proxy.conf", f"""
        [DEFAULT]{common()}
        [pipeline:main]
        pipeline = catch_errors gatekeeper cache s3api tempauth keymaster encryption proxy-server
        [app:proxy-server]
        use = egg:swift#proxy
        allow_account_management = true
        account_autocreate = true
        [filter:catch_errors]
        use = egg:swift#catch_errors
        [filter:gatekeeper]
        use = egg:swift#gatekeeper
        [filter:cache]
        use = egg:swift#memcache
        memcache_servers = 127.0.0.1:1
        [filter:s3api]
        use = egg:swift#s3api
        location = us-east-1
        s3_acl = false
        [filter:tempauth]
        use = egg:swift#tempauth
        user_test_tester = testing .admin
        [filter:keymaster]
        use = egg:swift#keymaster
        encryption_root_secret = c2VjcmV0IG9mIGEgdGVzdCB0aGF0IHByb3RlY3RzIG5vdGhpbmc=
        [filter:encryption]
        use = egg:swift#encryption
        """)


def main():
    write("swift.conf", """
        [swift-hash]
        swift_hash_path_suffix = test
        [storage-policy:0]
        name = only
        default = yes
        """)
    utils.set_swift_dir(home)
    os.makedirs(os.path.join(home, "devices", "disk"))
    sockets = {kind: listen() for kind in KINDS}
    for kind in KINDS:
        ring(kind, sockets[kind].getsockname()[1])

    from swift.common.wsgi import loadapp
    quiet = utils.NullLogger()
    for kind in KINDS:
        eventlet.spawn(eventlet.wsgi.server, sockets[kind], loadapp(server(kind)), quiet)
    front = listen()
    eventlet.spawn(eventlet.wsgi.server, front, loadapp(proxy()), quiet)
    print("http://127.0.0.1:%d" % front.getsockname()[1], flush=True)
    eventlet.tpool.execute(sys.stdin.read)


import eventlet.tpool  # noqa: E402
import eventlet.wsgi  # noqa: E402

main()
