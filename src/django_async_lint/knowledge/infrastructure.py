"""Servers, containers, repositories and networks: git, docker, SSH, FTP, LDAP, DNS, processes. Literal tables only."""

LIBRARIES = (
    {
        "name": "GitPython",
        "roots": ("git",),
        "source": "https://gitpython.readthedocs.io/en/stable/reference.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "git.Repo.clone_from", "file": "git.Repo git.Repo.init"},
        "returns": {"git.Repo.clone_from": "git.Repo", "git.Repo.init": "git.Repo"},
        "classes": {
            "git.Repo": {
                "methods": {
                    "subprocess": """clone commit tree git.* is_dirty archive blame merge_base iter_commits create_head create_tag
                        create_remote delete_head delete_tag delete_remote submodule_update index.commit index.add
                        index.remove index.reset index.diff index.move head.reset heads.*.checkout
                        remotes.*.fetch remotes.*.pull remotes.*.push""",
                },
                "reads": {"subprocess": "untracked_files"},
                "returns": {
                    "remote": "git.Remote",
                    "create_remote": "git.Remote",
                    "commit": "git.Commit",
                    "clone": "git.Repo",
                },
            },
            "git.Remote": {"methods": {"subprocess": "fetch pull push update"}},
            "git.Commit": {"methods": {"subprocess": "diff count iter_items iter_parents"}},
            "git.Git": {
                "methods": {"subprocess": "*"},
                "pure": "update_environment custom_environment set_persistent_git_options",
            },
        },
        "aliases": {
            "git.repo.Repo": "git.Repo",
            "git.repo.base.Repo": "git.Repo",
            "git.cmd.Git": "git.Git",
            "git.remote.Remote": "git.Remote",
        },
    },
    {
        "name": "createrepo-c",
        "roots": ("createrepo_c",),
        "source": "https://github.com/rpm-software-management/createrepo_c",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": "createrepo_c.Repomd createrepo_c.package_from_rpm createrepo_c.detect_compression",
            "cpu": """createrepo_c.xml_parse_primary createrepo_c.xml_parse_filelists createrepo_c.xml_parse_other
                createrepo_c.xml_parse_updateinfo createrepo_c.xml_parse_repomd createrepo_c.decompress_file
                createrepo_c.compress_file createrepo_c.RepositoryReader.from_metadata_files
                createrepo_c.RepositoryReader.from_path""",
        },
    },
    {
        "name": "python-debian",
        "roots": ("debian.deb822",),
        "source": "https://salsa.debian.org/python-debian-team/python-debian",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "cpu": """debian.deb822.Deb822.iter_paragraphs debian.deb822.Packages.iter_paragraphs
                debian.deb822.Sources.iter_paragraphs""",
        },
    },
    {
        "name": "pygit2",
        "roots": ("pygit2",),
        "source": "https://www.pygit2.org/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": "pygit2.clone_repository",
            "file": "pygit2.init_repository pygit2.discover_repository",
        },
        "returns": {
            "pygit2.clone_repository": "pygit2.Repository",
            "pygit2.init_repository": "pygit2.Repository",
        },
        "classes": {
            "pygit2.Repository": {
                "methods": {"file": "checkout create_commit status walk diff merge_commits reset blame"}
            },
            "pygit2.Remote": {"methods": {"sdk": "fetch push connect"}},
        },
    },
    {
        "name": "dulwich",
        "roots": ("dulwich",),
        "source": "https://www.dulwich.io/docs/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """dulwich.porcelain.clone dulwich.porcelain.fetch dulwich.porcelain.pull
                dulwich.porcelain.push dulwich.porcelain.ls_remote""",
            "file": """dulwich.porcelain.init dulwich.porcelain.add dulwich.porcelain.commit
                dulwich.porcelain.status dulwich.porcelain.log dulwich.porcelain.checkout""",
        },
    },
    {
        "name": "docker",
        "roots": ("docker",),
        "source": "https://docker-py.readthedocs.io/en/stable/",
        "instead": "use `aiodocker`, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"sdk": "docker.from_env"},
        "returns": {"docker.from_env": "docker.DockerClient"},
        "classes": {
            "docker.DockerClient": {
                "methods": {
                    "sdk": """ping info version login df events containers.run containers.get containers.list
                        containers.create containers.prune images.pull images.build images.get images.list images.push
                        images.remove images.prune images.load networks.create networks.get networks.list
                        networks.prune volumes.create volumes.get volumes.list volumes.prune services.create
                        services.get services.list swarm.init swarm.join swarm.leave""",
                },
                "returns": {
                    "from_env": "docker.DockerClient",
                    "containers.get": "docker.models.containers.Container",
                    "containers.create": "docker.models.containers.Container",
                    "containers.run": "docker.models.containers.Container",
                },
            },
            "docker.models.containers.Container": {
                "methods": {
                    "sdk": """start stop restart kill pause unpause remove exec_run logs wait stats top reload commit
                        put_archive get_archive attach rename update export diff resize""",
                },
            },
            "docker.APIClient": {
                "methods": {
                    "sdk": """build pull push containers create_container start stop kill remove_container logs
                        exec_create exec_start inspect_container inspect_image images info version ping wait""",
                },
            },
        },
        "aliases": {
            "docker.client.DockerClient": "docker.DockerClient",
            "docker.client.from_env": "docker.from_env",
            "docker.api.client.APIClient": "docker.APIClient",
        },
    },
    {
        "name": "kubernetes",
        "roots": ("kubernetes",),
        "source": "https://github.com/kubernetes-client/python",
        "instead": "use `kubernetes_asyncio`",
        "calls": {
            "file": "kubernetes.config.load_kube_config kubernetes.config.load_incluster_config kubernetes.config.load_config",
            "sdk": "kubernetes.utils.create_from_yaml kubernetes.utils.create_from_dict",
        },
        "classes": {
            "kubernetes.client.CoreV1Api": {
                "methods": {"sdk": "create_* delete_* list_* read_* patch_* replace_* connect_*"},
            },
            "kubernetes.client.AppsV1Api": {"methods": {"sdk": "create_* delete_* list_* read_* patch_* replace_*"}},
            "kubernetes.client.BatchV1Api": {"methods": {"sdk": "create_* delete_* list_* read_* patch_* replace_*"}},
            "kubernetes.client.NetworkingV1Api": {
                "methods": {"sdk": "create_* delete_* list_* read_* patch_* replace_*"}
            },
            "kubernetes.client.RbacAuthorizationV1Api": {
                "methods": {"sdk": "create_* delete_* list_* read_* patch_* replace_*"}
            },
            "kubernetes.client.CustomObjectsApi": {
                "methods": {"sdk": "create_* delete_* list_* get_* patch_* replace_*"},
            },
            "kubernetes.client.VersionApi": {"methods": {"sdk": "get_code"}},
            "kubernetes.watch.Watch": {"returns": {"stream": "kubernetes.watch.Watch.stream()"}},
            "kubernetes.watch.Watch.stream()": {"iter": {"effect": "sdk"}},
        },
        "aliases": {"kubernetes.client.api.core_v1_api.CoreV1Api": "kubernetes.client.CoreV1Api"},
    },
    {
        "name": "paramiko",
        "roots": ("paramiko",),
        "source": "https://docs.paramiko.org/en/stable/api/client.html",
        "instead": "use `asyncssh`",
        "calls": {"socket": "paramiko.Transport"},
        "unless": {"paramiko.Transport": "()"},
        "classes": {
            "paramiko.SSHClient": {
                "methods": {
                    "socket": "connect exec_command invoke_shell open_sftp",
                    "file": "load_system_host_keys load_host_keys save_host_keys",
                },
                "returns": {
                    "open_sftp": "paramiko.SFTPClient",
                    "invoke_shell": "paramiko.Channel",
                    "get_transport": "paramiko.Transport",
                },
            },
            "paramiko.Transport": {
                "methods": {
                    "socket": """connect start_client auth_password auth_publickey open_session open_channel
                        open_sftp_client request_port_forward accept""",
                },
                "returns": {"open_session": "paramiko.Channel", "open_sftp_client": "paramiko.SFTPClient"},
            },
            "paramiko.SFTPClient": {
                "methods": {
                    "socket": """get put getfo putfo open file listdir listdir_attr listdir_iter stat lstat mkdir rmdir
                        remove unlink rename posix_rename chdir chmod chown utime truncate readlink symlink normalize""",
                },
                "returns": {"from_transport": "paramiko.SFTPClient", "open": "paramiko.SFTPFile"},
            },
            "paramiko.SFTPFile": {
                "methods": {"socket": "read readline readlines write writelines flush stat prefetch"},
                "iter": {"effect": "socket"},
            },
            "paramiko.Channel": {
                "methods": {
                    "socket": """recv recv_stderr recv_exit_status send sendall exec_command invoke_shell
                        get_pty"""
                },
            },
        },
        "aliases": {
            "paramiko.client.SSHClient": "paramiko.SSHClient",
            "paramiko.transport.Transport": "paramiko.Transport",
            "paramiko.sftp_client.SFTPClient": "paramiko.SFTPClient",
        },
    },
    {
        "name": "fabric",
        "roots": ("fabric",),
        "source": "https://docs.fabfile.org/en/stable/api/connection.html",
        "instead": "use `asyncssh`",
        "classes": {
            "fabric.Connection": {"methods": {"socket": "run sudo get put open shell sftp", "subprocess": "local"}},
            "fabric.SerialGroup": {"methods": {"socket": "run sudo get put"}},
            "fabric.ThreadingGroup": {"methods": {"socket": "run sudo get put"}},
        },
        "aliases": {"fabric.connection.Connection": "fabric.Connection"},
    },
    {
        "name": "asyncssh",
        "roots": ("asyncssh",),
        "source": "https://asyncssh.readthedocs.io/en/latest/api.html",
        "instead": "await it",
        "awaitables": "asyncssh.connect",
        "coroutines": "asyncssh.create_connection asyncssh.listen",
        "returns": {"asyncssh.connect": "asyncssh.SSHClientConnection"},
        "classes": {
            "asyncssh.SSHClientConnection": {
                "async": True,
                "coroutines": "run create_process wait_closed",
                "awaitables": "start_sftp_client",
                "returns": {"start_sftp_client": "asyncssh.SFTPClient"},
            },
            "asyncssh.SFTPClient": {
                "async": True,
                "coroutines": "get put listdir stat exists mkdir remove rename chmod",
            },
        },
    },
    {
        "name": "netmiko",
        "roots": ("netmiko",),
        "source": "https://ktbyers.github.io/netmiko/docs/netmiko/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "netmiko.ConnectHandler netmiko.file_transfer"},
        "returns": {"netmiko.ConnectHandler": "netmiko.BaseConnection"},
        "classes": {
            "netmiko.BaseConnection": {
                "methods": {
                    "socket": """send_command send_command_timing send_command_expect send_config_set
                        send_config_from_file save_config enable config_mode exit_config_mode disconnect find_prompt
                        commit""",
                },
            },
        },
        "aliases": {"netmiko.base_connection.BaseConnection": "netmiko.BaseConnection"},
    },
    {
        "name": "napalm",
        "roots": ("napalm",),
        "source": "https://napalm.readthedocs.io/en/latest/base.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"napalm.get_network_driver": "napalm.get_network_driver()"},
        "classes": {
            "napalm.get_network_driver()": {"returns": {"__call__": "napalm.base.base.NetworkDriver"}},
            "napalm.base.base.NetworkDriver": {
                "methods": {
                    "socket": """open close get_* load_merge_candidate load_replace_candidate
                        compare_config commit_config rollback ping traceroute cli"""
                },
                "enter_effect": "socket",
            },
        },
    },
    {
        "name": "pysnmp",
        "roots": ("pysnmp",),
        "source": "https://docs.lextudio.com/pysnmp/",
        "older": """pysnmp.hlapi.getCmd pysnmp.hlapi.nextCmd pysnmp.hlapi.setCmd pysnmp.hlapi.bulkCmd
            pysnmp.hlapi.sendNotification pysnmp.hlapi.getCmd() pysnmp.hlapi.getCmd().__next__""",
        "instead": "use `pysnmp.hlapi.v3arch.asyncio`",
        "returns": {
            "pysnmp.hlapi.getCmd": "pysnmp.hlapi.getCmd()",
            "pysnmp.hlapi.nextCmd": "pysnmp.hlapi.getCmd()",
            "pysnmp.hlapi.setCmd": "pysnmp.hlapi.getCmd()",
            "pysnmp.hlapi.bulkCmd": "pysnmp.hlapi.getCmd()",
            "pysnmp.hlapi.sendNotification": "pysnmp.hlapi.getCmd()",
        },
        "classes": {"pysnmp.hlapi.getCmd()": {"iter": {"effect": "socket"}}},
        "coroutines": """pysnmp.hlapi.v3arch.asyncio.get_cmd pysnmp.hlapi.v3arch.asyncio.next_cmd
            pysnmp.hlapi.v3arch.asyncio.set_cmd""",
    },
    {
        "name": "pysftp",
        "roots": ("pysftp",),
        "source": "https://pysftp.readthedocs.io/en/latest/",
        "instead": "use `asyncssh`",
        "calls": {"socket": "pysftp.Connection"},
        "classes": {
            "pysftp.Connection": {
                "methods": {
                    "socket": """get put getfo putfo listdir listdir_attr exists isfile isdir mkdir
                        makedirs remove rename stat chdir cwd open execute get_d get_r put_d put_r"""
                },
            },
        },
    },
    {
        "name": "ftputil",
        "roots": ("ftputil",),
        "source": "https://ftputil.sschwarzer.net/documentation",
        "instead": "use `aioftp`, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "ftputil.FTPHost"},
        "classes": {
            "ftputil.FTPHost": {
                "methods": {
                    "socket": """open upload download upload_if_newer download_if_newer listdir walk mkdir
                        makedirs remove rmdir rename stat chdir path.exists path.isfile path.isdir"""
                },
            },
        },
        "aliases": {"ftputil.host.FTPHost": "ftputil.FTPHost"},
    },
    {
        "name": "smbprotocol",
        "roots": ("smbclient",),
        "source": "https://github.com/jborean93/smbprotocol",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "socket": """smbclient.register_session smbclient.open_file smbclient.listdir smbclient.scandir
                smbclient.mkdir smbclient.makedirs smbclient.remove smbclient.rename smbclient.stat smbclient.copyfile
                smbclient.walk""",
        },
        "aliases": {"smbclient._os.open_file": "smbclient.open_file"},
    },
    {
        "name": "ldap3",
        "roots": ("ldap3",),
        "source": "https://ldap3.readthedocs.io/en/latest/connection.html",
        "instead": "use `bonsai`, or run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "ldap3.Connection": {
                "methods": {
                    "socket": """bind rebind unbind open search compare add delete modify modify_dn start_tls abandon
                        extend.standard.who_am_i extend.standard.paged_search extend.standard.modify_password
                        extend.microsoft.modify_password""",
                },
                "enter_effect": "socket",
            },
        },
        "aliases": {"ldap3.core.connection.Connection": "ldap3.Connection"},
    },
    {
        "name": "python-ldap",
        "roots": ("ldap",),
        "source": "https://www.python-ldap.org/en/latest/reference/ldap.html",
        "instead": "use `bonsai`, or run it in a thread: `await asyncio.to_thread(...)`",
        "returns": {"ldap.initialize": "ldap.ldapobject.SimpleLDAPObject"},
        "classes": {
            "ldap.ldapobject.SimpleLDAPObject": {
                "methods": {
                    "socket": """simple_bind_s bind_s sasl_interactive_bind_s search_s search_st search_ext_s add_s
                        add_ext_s modify_s modify_ext_s delete_s delete_ext_s rename_s modrdn_s compare_s passwd_s
                        start_tls_s unbind_s result result2 result3 whoami_s""",
                },
            },
            "ldap.ldapobject.ReconnectLDAPObject": {"bases": ("ldap.ldapobject.SimpleLDAPObject",)},
        },
        "aliases": {"ldap.ldapobject.LDAPObject": "ldap.ldapobject.SimpleLDAPObject"},
    },
    {
        "name": "dnspython",
        "roots": ("dns",),
        "source": "https://dnspython.readthedocs.io/en/stable/async.html",
        "instead": "use `dns.asyncresolver`",
        "advice": {"dns.query.udp": "use `dns.asyncquery`", "dns.query.tcp": "use `dns.asyncquery`"},
        "calls": {
            "socket": """dns.resolver.resolve dns.resolver.resolve_address dns.resolver.query
                dns.resolver.zone_for_name dns.query.udp dns.query.tcp dns.query.tls dns.query.https
                dns.query.udp_with_fallback""",
        },
        "coroutines": """dns.asyncresolver.resolve dns.asyncresolver.resolve_address dns.asyncquery.udp
            dns.asyncquery.tcp""",
        "classes": {
            "dns.resolver.Resolver": {"methods": {"socket": "resolve resolve_address resolve_name query"}},
            "dns.asyncresolver.Resolver": {
                "async": True,
                "coroutines": "resolve resolve_address resolve_name",
            },
        },
    },
    {
        "name": "python-whois",
        "roots": ("whois",),
        "source": "https://github.com/richardpenman/whois",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "whois.whois"},
    },
    {
        "name": "ping3",
        "roots": ("ping3",),
        "source": "https://github.com/kyan001/ping3",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "ping3.ping ping3.verbose_ping"},
    },
    {
        "name": "icmplib",
        "roots": ("icmplib",),
        "source": "https://github.com/ValentinBELYN/icmplib",
        "instead": "use `await icmplib.async_ping(...)`",
        "calls": {"socket": "icmplib.ping icmplib.multiping icmplib.traceroute icmplib.resolve"},
        "coroutines": "icmplib.async_ping icmplib.async_multiping icmplib.async_resolve",
    },
    {
        "name": "speedtest-cli",
        "roots": ("speedtest",),
        "source": "https://github.com/sivel/speedtest-cli",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"http": "speedtest.Speedtest"},
        "classes": {
            "speedtest.Speedtest": {"methods": {"http": "get_servers get_best_server get_config download upload"}}
        },
    },
    {
        "name": "scapy",
        "roots": ("scapy",),
        "source": "https://scapy.readthedocs.io/en/latest/api/scapy.sendrecv.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "socket": """scapy.sendrecv.send scapy.sendrecv.sendp scapy.sendrecv.sr scapy.sendrecv.sr1 scapy.sendrecv.srp
                scapy.sendrecv.srp1 scapy.sendrecv.sniff""",
            "file": "scapy.utils.rdpcap scapy.utils.wrpcap",
        },
        "aliases": {
            "scapy.all.send": "scapy.sendrecv.send",
            "scapy.all.sr": "scapy.sendrecv.sr",
            "scapy.all.sr1": "scapy.sendrecv.sr1",
            "scapy.all.srp": "scapy.sendrecv.srp",
            "scapy.all.sniff": "scapy.sendrecv.sniff",
            "scapy.all.rdpcap": "scapy.utils.rdpcap",
            "scapy.all.wrpcap": "scapy.utils.wrpcap",
        },
    },
    {
        "name": "python-nmap",
        "roots": ("nmap",),
        "source": "https://xael.org/pages/python-nmap-en.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "nmap.PortScanner"},
        "classes": {"nmap.PortScanner": {"methods": {"subprocess": "scan listscan"}}},
        "aliases": {"nmap.nmap.PortScanner": "nmap.PortScanner"},
    },
    {
        "name": "hvac",
        "roots": ("hvac",),
        "source": "https://hvac.readthedocs.io/en/stable/overview.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "hvac.Client": {
                "methods": {
                    "sdk": """read write list delete is_authenticated lookup_token renew_token logout login
                        secrets.kv.read_secret secrets.kv.read_secret_version secrets.kv.list_secrets
                        secrets.kv.create_or_update_secret secrets.kv.delete_secret
                        secrets.*.*.* secrets.transit.* secrets.database.* secrets.aws.* secrets.pki.*
                        secrets.identity.* auth.*.* sys.*"""
                },
            },
        },
        "aliases": {"hvac.v1.Client": "hvac.Client"},
    },
    {
        "name": "python-consul",
        "roots": ("consul",),
        "source": "https://python-consul.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "consul.Consul": {
                "methods": {
                    "socket": """kv.get kv.put kv.delete agent.services agent.checks agent.members
                        agent.self health.service health.state catalog.service catalog.services
                        catalog.nodes status.leader session.create"""
                },
            },
        },
        "aliases": {"consul.std.Consul": "consul.Consul"},
    },
    {
        "name": "pexpect",
        "roots": ("pexpect",),
        "source": "https://pexpect.readthedocs.io/en/stable/api/pexpect.html",
        "instead": "use `expect(..., async_=True)` and await it, or `await asyncio.create_subprocess_exec(...)`",
        "calls": {"subprocess": "pexpect.run pexpect.spawn"},
        "classes": {
            "pexpect.spawn": {
                "methods": {
                    "subprocess": """expect expect_exact expect_list read readline readlines wait interact
                        terminate close"""
                },
                "unless": {
                    "expect": "async_=True",
                    "expect_exact": "async_=True",
                    "expect_list": "async_=True",
                },
            },
        },
        "aliases": {"pexpect.pty_spawn.spawn": "pexpect.spawn"},
    },
    {
        "name": "psutil",
        "roots": ("psutil",),
        "source": "https://psutil.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "wait": "psutil.wait_procs",
            "stat": """psutil.process_iter psutil.disk_usage psutil.net_connections""",
            "sleep": "psutil.cpu_percent psutil.cpu_times_percent",
        },
        "unless": {
            "psutil.cpu_percent": "() interval=None interval=0 0=None 0=0 percpu=*",
            "psutil.cpu_times_percent": "() interval=None interval=0 0=None 0=0 percpu=*",
        },
        "classes": {
            "psutil.Process": {
                "methods": {"wait": "wait", "sleep": "cpu_percent"},
                "unless": {"wait": "timeout=0 0=0", "cpu_percent": "() interval=None interval=0 0=None 0=0"},
            },
        },
    },
    {
        "name": "sh",
        "roots": ("sh",),
        "source": "https://sh.readthedocs.io/en/latest/",
        "instead": "use `await asyncio.create_subprocess_exec(...)`",
        "calls": {"subprocess": "sh.*"},
        "pure": "sh.Command sh.ErrorReturnCode sh.CommandNotFound sh.TimeoutException sh.contrib sh.pushd",
        "classes": {"sh.Command": {"methods": {"subprocess": "__call__"}, "returns": {"bake": "sh.Command"}}},
        "dynamic": True,
    },
    {
        "name": "plumbum",
        "roots": ("plumbum",),
        "source": "https://plumbum.readthedocs.io/en/latest/",
        "instead": "use `await asyncio.create_subprocess_exec(...)`",
        "calls": {"subprocess": "plumbum.cmd.*"},
        "classes": {
            "plumbum.machines.local.LocalCommand": {
                "methods": {"subprocess": "__call__ run run_fg run_retcode run_tee"},
                "returns": {"__getitem__": "plumbum.machines.local.LocalCommand"},
            },
            "plumbum.machines.local.LocalMachine": {"returns": {"__getitem__": "plumbum.machines.local.LocalCommand"}},
            "plumbum.SshMachine": {"methods": {"socket": "upload download session popen"}},
        },
    },
    {
        "name": "invoke",
        "roots": ("invoke",),
        "source": "https://docs.pyinvoke.org/en/stable/api/context.html",
        "instead": "use `await asyncio.create_subprocess_shell(...)`",
        "calls": {"subprocess": "invoke.run invoke.sudo"},
        "classes": {"invoke.Context": {"methods": {"subprocess": "run sudo"}}},
        "aliases": {"invoke.context.Context": "invoke.Context"},
    },
    {
        "name": "ansible-runner",
        "roots": ("ansible_runner",),
        "source": "https://ansible.readthedocs.io/projects/runner/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"subprocess": "ansible_runner.run ansible_runner.run_command ansible_runner.get_inventory"},
        "aliases": {"ansible_runner.interface.run": "ansible_runner.run"},
    },
    {
        "name": "pyserial",
        "roots": ("serial",),
        "source": "https://pyserial.readthedocs.io/en/latest/pyserial_api.html",
        "instead": "use `pyserial-asyncio`, or run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "serial.Serial"},
        "unless": {"serial.Serial": "()"},
        "classes": {
            "serial.Serial": {
                "methods": {"socket": "open read read_until read_all readline readlines write flush"},
                "iter": {"effect": "socket"},
            }
        },
    },
    {
        "name": "pymodbus",
        "roots": ("pymodbus",),
        "source": "https://pymodbus.readthedocs.io/en/latest/source/client.html",
        "instead": "use `pymodbus.client.AsyncModbusTcpClient`",
        "classes": {
            "pymodbus.client.ModbusTcpClient": {
                "methods": {
                    "socket": """connect read_coils read_holding_registers read_input_registers
                        read_discrete_inputs write_coil write_coils write_register write_registers"""
                },
            },
            "pymodbus.client.AsyncModbusTcpClient": {"async": True, "coroutines": "connect"},
        },
    },
    {
        "name": "selenium",
        "roots": ("selenium",),
        "source": "https://www.selenium.dev/selenium/docs/api/py/",
        "instead": "use `playwright.async_api`",
        "calls": {
            "subprocess": """selenium.webdriver.Chrome selenium.webdriver.Firefox selenium.webdriver.Edge
                selenium.webdriver.Safari""",
            "http": "selenium.webdriver.Remote",
        },
        "classes": {
            "selenium.webdriver.Remote": {
                "methods": {
                    "http": """get refresh back forward quit close find_element find_elements execute_script
                        execute_async_script execute_cdp_cmd get_screenshot_as_png get_screenshot_as_base64
                        get_screenshot_as_file save_screenshot add_cookie get_cookies delete_all_cookies print_page
                        maximize_window set_window_size""",
                },
                "reads": {"http": "page_source current_url title"},
                "returns": {"find_element": "selenium.webdriver.remote.webelement.WebElement"},
            },
            "selenium.webdriver.Chrome": {"bases": ("selenium.webdriver.Remote",)},
            "selenium.webdriver.Firefox": {"bases": ("selenium.webdriver.Remote",)},
            "selenium.webdriver.Edge": {"bases": ("selenium.webdriver.Remote",)},
            "selenium.webdriver.Safari": {"bases": ("selenium.webdriver.Remote",)},
            "selenium.webdriver.remote.webelement.WebElement": {
                "methods": {
                    "http": """click send_keys clear submit get_attribute find_element find_elements
                        screenshot is_displayed is_enabled"""
                },
                "reads": {"http": "text"},
            },
            "selenium.webdriver.support.ui.WebDriverWait": {"methods": {"sleep": "until until_not"}},
        },
        "aliases": {
            "selenium.webdriver.remote.webdriver.WebDriver": "selenium.webdriver.Remote",
            "selenium.webdriver.chrome.webdriver.WebDriver": "selenium.webdriver.Chrome",
            "selenium.webdriver.support.wait.WebDriverWait": "selenium.webdriver.support.ui.WebDriverWait",
        },
    },
    {
        "name": "playwright",
        "roots": ("playwright",),
        "source": "https://playwright.dev/python/docs/library",
        "instead": "use `playwright.async_api`",
        "returns": {
            "playwright.sync_api.sync_playwright": "playwright.sync_api.sync_playwright()",
            "playwright.async_api.async_playwright": "playwright.async_api.async_playwright()",
        },
        "classes": {
            "playwright.sync_api.sync_playwright()": {
                "enter": "playwright.sync_api.Playwright",
                "enter_effect": "subprocess",
                "methods": {"subprocess": "start"},
                "returns": {"start": "playwright.sync_api.Playwright"},
            },
            "playwright.sync_api.Playwright": {
                "methods": {"subprocess": "stop"},
                "attributes": {
                    "chromium": "playwright.sync_api.BrowserType",
                    "firefox": "playwright.sync_api.BrowserType",
                    "webkit": "playwright.sync_api.BrowserType",
                },
            },
            "playwright.sync_api.BrowserType": {
                "methods": {"subprocess": "launch launch_persistent_context connect connect_over_cdp"},
                "returns": {
                    "launch": "playwright.sync_api.Browser",
                    "connect": "playwright.sync_api.Browser",
                },
            },
            "playwright.sync_api.Browser": {
                "methods": {"socket": "new_page new_context close"},
                "returns": {
                    "new_page": "playwright.sync_api.Page",
                    "new_context": "playwright.sync_api.BrowserContext",
                },
            },
            "playwright.sync_api.BrowserContext": {
                "methods": {"socket": "new_page close cookies add_cookies storage_state"},
                "returns": {"new_page": "playwright.sync_api.Page"},
            },
            "playwright.sync_api.Page": {
                "methods": {
                    "socket": """goto reload content screenshot pdf click fill evaluate wait_for_selector
                        wait_for_load_state wait_for_timeout wait_for_url set_content title inner_text text_content
                        query_selector query_selector_all press type check select_option close""",
                },
                "returns": {
                    "locator": "playwright.sync_api.Locator",
                    "get_by_role": "playwright.sync_api.Locator",
                    "get_by_text": "playwright.sync_api.Locator",
                    "get_by_label": "playwright.sync_api.Locator",
                },
            },
            "playwright.sync_api.Locator": {
                "methods": {
                    "socket": """click fill clear type press check uncheck hover is_visible is_enabled is_checked
                        inner_text inner_html text_content all_inner_texts all_text_contents input_value get_attribute
                        count all wait_for screenshot select_option""",
                },
                "returns": {"nth": "playwright.sync_api.Locator", "filter": "playwright.sync_api.Locator"},
                "attributes": {"first": "playwright.sync_api.Locator", "last": "playwright.sync_api.Locator"},
            },
            "playwright.async_api.async_playwright()": {
                "async": True,
                "enter": "playwright.async_api.Playwright",
                "coroutines": "start",
                "returns": {"start": "playwright.async_api.Playwright"},
            },
            "playwright.async_api.Playwright": {
                "async": True,
                "coroutines": "stop",
                "attributes": {
                    "chromium": "playwright.async_api.BrowserType",
                    "firefox": "playwright.async_api.BrowserType",
                    "webkit": "playwright.async_api.BrowserType",
                },
            },
            "playwright.async_api.BrowserType": {
                "async": True,
                "coroutines": "launch launch_persistent_context connect connect_over_cdp",
                "returns": {
                    "launch": "playwright.async_api.Browser",
                    "connect": "playwright.async_api.Browser",
                },
            },
            "playwright.async_api.Browser": {
                "async": True,
                "coroutines": "new_page new_context close",
                "returns": {
                    "new_page": "playwright.async_api.Page",
                    "new_context": "playwright.async_api.BrowserContext",
                },
            },
            "playwright.async_api.BrowserContext": {
                "async": True,
                "coroutines": "new_page close cookies add_cookies storage_state",
                "returns": {"new_page": "playwright.async_api.Page"},
            },
            "playwright.async_api.Page": {
                "async": True,
                "coroutines": """goto reload go_back go_forward content screenshot pdf click dblclick fill hover focus
                    evaluate evaluate_handle wait_for_selector wait_for_load_state wait_for_timeout wait_for_url
                    wait_for_function set_content title inner_text inner_html text_content input_value get_attribute
                    is_visible is_hidden is_enabled is_checked query_selector query_selector_all press type check
                    uncheck select_option set_input_files add_init_script add_script_tag add_style_tag route unroute
                    set_viewport_size bring_to_front close""",
                "returns": {
                    "locator": "playwright.async_api.Locator",
                    "get_by_role": "playwright.async_api.Locator",
                    "get_by_text": "playwright.async_api.Locator",
                    "get_by_label": "playwright.async_api.Locator",
                    "get_by_placeholder": "playwright.async_api.Locator",
                    "get_by_test_id": "playwright.async_api.Locator",
                    "query_selector": "playwright.async_api.ElementHandle",
                    "wait_for_selector": "playwright.async_api.ElementHandle",
                },
                "attributes": {
                    "keyboard": "playwright.async_api.Keyboard",
                    "mouse": "playwright.async_api.Mouse",
                },
            },
            "playwright.async_api.Locator": {
                "async": True,
                "coroutines": """click dblclick fill clear type press press_sequentially check uncheck set_checked hover focus
                    blur tap drag_to select_option select_text set_input_files dispatch_event screenshot
                    scroll_into_view_if_needed is_visible is_hidden is_enabled is_disabled is_editable is_checked
                    inner_text inner_html text_content all_inner_texts all_text_contents input_value get_attribute
                    count all wait_for bounding_box evaluate evaluate_all evaluate_handle""",
                "returns": {
                    "locator": "playwright.async_api.Locator",
                    "nth": "playwright.async_api.Locator",
                    "filter": "playwright.async_api.Locator",
                    "get_by_role": "playwright.async_api.Locator",
                    "get_by_text": "playwright.async_api.Locator",
                    "get_by_label": "playwright.async_api.Locator",
                    "get_by_placeholder": "playwright.async_api.Locator",
                    "get_by_test_id": "playwright.async_api.Locator",
                },
                "attributes": {
                    "first": "playwright.async_api.Locator",
                    "last": "playwright.async_api.Locator",
                },
            },
            "playwright.async_api.ElementHandle": {
                "async": True,
                "coroutines": """click fill type press check uncheck hover focus inner_text inner_html text_content
                    get_attribute input_value is_visible is_enabled is_checked query_selector query_selector_all
                    screenshot select_option set_input_files""",
                "returns": {"query_selector": "playwright.async_api.ElementHandle"},
            },
            "playwright.async_api.Keyboard": {"async": True, "coroutines": "press type down up insert_text"},
            "playwright.async_api.Mouse": {"async": True, "coroutines": "click dblclick move down up wheel"},
        },
    },
)
