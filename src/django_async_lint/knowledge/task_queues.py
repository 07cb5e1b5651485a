"""Task queues and message brokers. Literal tables only.

Putting a task on a queue talks to the broker, and waits for the connection when the broker is away: `socket`.
"""

LIBRARIES = (
    {
        "name": "celery",
        "roots": ("celery",),
        "source": "https://docs.celeryq.dev/en/stable/userguide/calling.html",
        "instead": "send it from a thread: `await asyncio.to_thread(...)`",
        "advice": {
            "celery.result.AsyncResult.get": "do not wait for a task in a request, or in a thread: `await asyncio.to_thread(...)`",
        },
        "calls": {"socket": "celery.current_app.send_task"},
        "returns": {
            "celery.current_app.send_task": "celery.result.AsyncResult",
            "celery.signature": "celery.canvas.Signature",
        },
        "classes": {
            "celery.app.task.Task": {
                "methods": {"socket": "delay apply_async retry send_event update_state"},
                "returns": {
                    "delay": "celery.result.AsyncResult",
                    "apply_async": "celery.result.AsyncResult",
                    "AsyncResult": "celery.result.AsyncResult",
                    "s": "celery.canvas.Signature",
                    "si": "celery.canvas.Signature",
                    "signature": "celery.canvas.Signature",
                    "subtask": "celery.canvas.Signature",
                },
            },
            "celery.canvas.Signature": {
                "methods": {"socket": "delay apply_async"},
                "returns": {
                    "delay": "celery.result.AsyncResult",
                    "apply_async": "celery.result.AsyncResult",
                    "set": "celery.canvas.Signature",
                    "clone": "celery.canvas.Signature",
                    "__or__": "celery.canvas.Signature",
                },
            },
            "celery.canvas.group": {
                "bases": ("celery.canvas.Signature",),
                "methods": {"socket": "delay apply_async"},
                "returns": {"apply_async": "celery.result.GroupResult", "delay": "celery.result.GroupResult"},
            },
            "celery.canvas.chain": {
                "bases": ("celery.canvas.Signature",),
                "methods": {"socket": "__call__"},
            },
            "celery.canvas.chord": {
                "bases": ("celery.canvas.Signature",),
                "methods": {"socket": "__call__"},
            },
            "celery.result.AsyncResult": {
                "methods": {"socket": "get wait ready successful failed forget revoke collect"},
                "reads": {"socket": "state status result info traceback"},
            },
            "celery.result.GroupResult": {
                "methods": {
                    "socket": """get join join_native ready successful failed completed_count revoke save
                        forget delete""",
                },
            },
            "celery.Celery": {
                "methods": {"socket": "send_task"},
                "returns": {
                    "send_task": "celery.result.AsyncResult",
                    "AsyncResult": "celery.result.AsyncResult",
                    "signature": "celery.canvas.Signature",
                    "control.inspect": "celery.app.control.Inspect",
                },
                "attributes": {"control": "celery.app.control.Control"},
            },
            "celery.app.control.Control": {
                "methods": {"socket": "revoke terminate ping purge broadcast rate_limit shutdown"},
                "returns": {"inspect": "celery.app.control.Inspect"},
            },
            "celery.app.control.Inspect": {
                "methods": {"socket": "active scheduled reserved stats ping registered active_queues revoked report"},
            },
        },
        "aliases": {
            "celery.Task": "celery.app.task.Task",
            "celery.group": "celery.canvas.group",
            "celery.chain": "celery.canvas.chain",
            "celery.chord": "celery.canvas.chord",
            "celery.app.base.Celery": "celery.Celery",
            "celery.app.Celery": "celery.Celery",
        },
    },
    {
        "name": "kombu",
        "roots": ("kombu",),
        "source": "https://docs.celeryq.dev/projects/kombu/en/stable/reference/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "kombu.Connection": {
                "methods": {"socket": "connect ensure_connection drain_events channel default_channel"},
                "returns": {
                    "Producer": "kombu.Producer",
                    "Consumer": "kombu.Consumer",
                    "SimpleQueue": "kombu.simple.SimpleQueue",
                    "SimpleBuffer": "kombu.simple.SimpleQueue",
                },
            },
            "kombu.Producer": {"methods": {"socket": "publish declare"}},
            "kombu.Consumer": {"methods": {"socket": "consume cancel qos"}},
            "kombu.simple.SimpleQueue": {"methods": {"socket": "get put clear qsize"}},
        },
        "aliases": {
            "kombu.connection.Connection": "kombu.Connection",
            "kombu.messaging.Producer": "kombu.Producer",
            "kombu.messaging.Consumer": "kombu.Consumer",
        },
    },
    {
        "name": "rq",
        "roots": ("rq",),
        "source": "https://python-rq.org/docs/",
        "instead": "send it from a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "rq.Queue": {
                "methods": {
                    "socket": """enqueue enqueue_call enqueue_at enqueue_in enqueue_many enqueue_job
                        fetch_job empty delete""",
                },
                "returns": {
                    "enqueue": "rq.job.Job",
                    "enqueue_call": "rq.job.Job",
                    "enqueue_at": "rq.job.Job",
                    "enqueue_in": "rq.job.Job",
                    "fetch_job": "rq.job.Job",
                },
            },
            "rq.job.Job": {
                "methods": {"socket": "fetch refresh save delete cancel get_status requeue latest_result return_value"},
                "returns": {"fetch": "rq.job.Job"},
            },
            "rq.decorators.job()": {
                "methods": {"socket": "delay enqueue"},
                "returns": {"delay": "rq.job.Job", "enqueue": "rq.job.Job"},
            },
        },
        "aliases": {"rq.queue.Queue": "rq.Queue"},
    },
    {
        "name": "django-rq",
        "roots": ("django_rq",),
        "source": "https://github.com/rq/django-rq",
        "instead": "send it from a thread: `await asyncio.to_thread(...)`",
        "calls": {"socket": "django_rq.enqueue"},
        "returns": {"django_rq.enqueue": "rq.job.Job", "django_rq.get_queue": "rq.Queue"},
    },
    {
        "name": "dramatiq",
        "roots": ("dramatiq",),
        "source": "https://dramatiq.io/reference.html",
        "instead": "send it from a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "dramatiq.Actor": {
                "methods": {"socket": "send send_with_options"},
                "returns": {"send": "dramatiq.Message", "send_with_options": "dramatiq.Message"},
            },
            "dramatiq.Message": {"methods": {"socket": "get_result"}},
            "dramatiq.group": {"methods": {"socket": "run wait"}},
            "dramatiq.pipeline": {"methods": {"socket": "run get_result"}},
        },
        "aliases": {"dramatiq.actor.Actor": "dramatiq.Actor", "dramatiq.message.Message": "dramatiq.Message"},
    },
    {
        "name": "huey",
        "roots": ("huey",),
        "source": "https://huey.readthedocs.io/en/latest/api.html",
        "instead": "send it from a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "huey.api.TaskWrapper": {
                "methods": {"socket": "__call__ schedule map revoke restore is_revoked"},
                "returns": {"__call__": "huey.api.Result", "schedule": "huey.api.Result"},
                "pure": "call_local s",
            },
            "huey.api.Result": {
                "methods": {"socket": "__call__ get get_raw_result is_ready revoke restore reschedule"}
            },
            "huey.api.ResultGroup": {"methods": {"socket": "get __call__"}},
            "huey.api.Huey": {
                "methods": {
                    "socket": """result enqueue revoke revoke_by_id restore restore_by_id is_revoked pending
                        scheduled pending_count flush"""
                },
            },
            "huey.api.RedisHuey": {"bases": ("huey.api.Huey",)},
            "huey.api.PriorityRedisHuey": {"bases": ("huey.api.Huey",)},
            "huey.api.SqliteHuey": {"bases": ("huey.api.Huey",)},
        },
        "aliases": {
            "huey.Huey": "huey.api.Huey",
            "huey.RedisHuey": "huey.api.RedisHuey",
            "huey.PriorityRedisHuey": "huey.api.PriorityRedisHuey",
            "huey.SqliteHuey": "huey.api.SqliteHuey",
        },
        "calls": {
            "socket": """huey.contrib.djhuey.result huey.contrib.djhuey.enqueue huey.contrib.djhuey.revoke_by_id
                huey.contrib.djhuey.is_revoked huey.contrib.djhuey.scheduled huey.contrib.djhuey.HUEY.result
                huey.contrib.djhuey.HUEY.pending huey.contrib.djhuey.HUEY.enqueue"""
        },
    },
    {
        "name": "django-q2",
        "roots": ("django_q",),
        "source": "https://django-q2.readthedocs.io/en/master/tasks.html",
        "instead": "send it from a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "socket": """django_q.tasks.async_task django_q.tasks.schedule django_q.tasks.result django_q.tasks.fetch
                django_q.tasks.async_iter django_q.tasks.async_chain django_q.tasks.count_group
                django_q.tasks.result_group django_q.tasks.fetch_group""",
        },
    },
    {
        "name": "apscheduler",
        "roots": ("apscheduler",),
        "source": "https://apscheduler.readthedocs.io/en/3.x/",
        "instead": "use `apscheduler.schedulers.asyncio.AsyncIOScheduler`",
        "classes": {
            "apscheduler.schedulers.blocking.BlockingScheduler": {
                "methods": {"wait": "start shutdown"},
                "unless": {"shutdown": "wait=False 0=False"},
            },
            "apscheduler.schedulers.background.BackgroundScheduler": {
                "methods": {"wait": "shutdown"},
                "unless": {"shutdown": "wait=False 0=False"},
            },
            "apscheduler.schedulers.asyncio.AsyncIOScheduler": {"async": True},
        },
        "until": "3",
    },
    {
        "name": "pika",
        "roots": ("pika",),
        "source": "https://pika.readthedocs.io/en/stable/modules/adapters/blocking.html",
        "instead": "use `aio_pika`",
        "calls": {"socket": "pika.BlockingConnection"},
        "classes": {
            "pika.BlockingConnection": {
                "methods": {"socket": "channel process_data_events sleep close"},
                "returns": {"channel": "pika.adapters.blocking_connection.BlockingChannel"},
            },
            "pika.adapters.blocking_connection.BlockingChannel": {
                "methods": {
                    "socket": """basic_publish basic_get basic_consume basic_ack basic_nack basic_reject basic_cancel
                        start_consuming queue_declare queue_bind queue_delete queue_purge exchange_declare
                        exchange_delete confirm_delivery tx_commit tx_rollback close""",
                },
                "returns": {"consume": "pika.adapters.blocking_connection.BlockingChannel.consume()"},
            },
            "pika.adapters.blocking_connection.BlockingChannel.consume()": {"iter": {"effect": "socket"}},
        },
        "aliases": {"pika.adapters.blocking_connection.BlockingConnection": "pika.BlockingConnection"},
    },
    {
        "name": "aio-pika",
        "roots": ("aio_pika",),
        "source": "https://docs.aio-pika.com/",
        "instead": "await it",
        "coroutines": "aio_pika.connect aio_pika.connect_robust",
        "returns": {
            "aio_pika.connect": "aio_pika.Connection",
            "aio_pika.connect_robust": "aio_pika.RobustConnection",
        },
        "classes": {
            "aio_pika.Connection": {
                "async": True,
                "coroutines": "connect close",
                "awaitables": "channel",
                "returns": {"channel": "aio_pika.Channel"},
            },
            "aio_pika.RobustConnection": {
                "async": True,
                "coroutines": "connect close",
                "awaitables": "channel",
                "returns": {"channel": "aio_pika.Channel"},
            },
            "aio_pika.Channel": {
                "async": True,
                "coroutines": "declare_queue declare_exchange get_queue get_exchange set_qos close",
                "attributes": {"default_exchange": "aio_pika.Exchange"},
                "returns": {
                    "declare_exchange": "aio_pika.Exchange",
                    "get_exchange": "aio_pika.Exchange",
                    "declare_queue": "aio_pika.Queue",
                    "get_queue": "aio_pika.Queue",
                },
            },
            "aio_pika.Queue": {
                "async": True,
                "coroutines": "bind unbind consume cancel get purge delete declare",
            },
            "aio_pika.Exchange": {"async": True, "coroutines": "publish bind unbind delete"},
        },
    },
    {
        "name": "kafka-python",
        "roots": ("kafka",),
        "source": "https://kafka-python.readthedocs.io/en/master/apidoc/modules.html",
        "instead": "use `aiokafka`",
        "calls": {"socket": "kafka.KafkaProducer kafka.KafkaConsumer kafka.KafkaAdminClient"},
        "classes": {
            "kafka.KafkaProducer": {
                "methods": {"socket": "flush close send"},
                "returns": {"send": "kafka.producer.future.FutureRecordMetadata"},
            },
            "kafka.producer.future.FutureRecordMetadata": {"methods": {"socket": "get"}},
            "kafka.KafkaConsumer": {
                "methods": {"socket": "poll commit topics partitions_for_topic end_offsets beginning_offsets"},
                "iter": {"effect": "socket"},
            },
            "kafka.KafkaAdminClient": {
                "methods": {"socket": "create_topics delete_topics list_topics describe_topics"},
            },
        },
        "aliases": {
            "kafka.producer.KafkaProducer": "kafka.KafkaProducer",
            "kafka.consumer.KafkaConsumer": "kafka.KafkaConsumer",
        },
    },
    {
        "name": "aiokafka",
        "roots": ("aiokafka",),
        "source": "https://aiokafka.readthedocs.io/en/stable/api.html",
        "instead": "await it",
        "classes": {
            "aiokafka.AIOKafkaProducer": {
                "async": True,
                "coroutines": "start stop send send_and_wait flush send_batch",
            },
            "aiokafka.AIOKafkaConsumer": {
                "async": True,
                "coroutines": """start stop commit getone getmany seek_to_beginning seek_to_end committed
                    position""",
            },
        },
    },
    {
        "name": "confluent-kafka",
        "roots": ("confluent_kafka",),
        "source": "https://docs.confluent.io/platform/current/clients/confluent-kafka-python/html/index.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "confluent_kafka.Producer": {"methods": {"socket": "flush list_topics"}},
            "confluent_kafka.Consumer": {
                "methods": {"socket": "poll consume commit committed list_topics get_watermark_offsets close"},
                "unless": {"poll": "0=0 timeout=0"},
            },
        },
        "aliases": {"confluent_kafka.cimpl.Producer": "confluent_kafka.Producer"},
    },
    {
        "name": "stomp.py",
        "roots": ("stomp",),
        "source": "https://jasonrbriggs.github.io/stomp.py/api.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "stomp.Connection": {
                "methods": {"socket": "connect send subscribe unsubscribe disconnect ack nack begin commit abort"},
            },
        },
    },
    {
        "name": "paho-mqtt",
        "roots": ("paho.mqtt",),
        "source": "https://eclipse.dev/paho/files/paho.mqtt.python/html/client.html",
        "instead": "use `aiomqtt`",
        "calls": {
            "socket": """paho.mqtt.publish.single paho.mqtt.publish.multiple paho.mqtt.subscribe.simple
                paho.mqtt.subscribe.callback""",
        },
        "classes": {
            "paho.mqtt.client.Client": {
                "methods": {"socket": "connect reconnect loop loop_forever loop_stop"},
                "returns": {"publish": "paho.mqtt.client.MQTTMessageInfo"},
            },
            "paho.mqtt.client.MQTTMessageInfo": {"methods": {"wait": "wait_for_publish"}},
        },
    },
    {
        "name": "aiomqtt",
        "roots": ("aiomqtt",),
        "source": "https://aiomqtt.bo3hm.com/",
        "instead": "await it",
        "classes": {"aiomqtt.Client": {"async": True, "coroutines": "publish subscribe unsubscribe"}},
        "aliases": {"aiomqtt.client.Client": "aiomqtt.Client"},
    },
    {
        "name": "nats-py",
        "roots": ("nats",),
        "source": "https://nats-io.github.io/nats.py/",
        "instead": "await it",
        "coroutines": "nats.connect",
        "returns": {"nats.connect": "nats.aio.client.Client"},
        "classes": {
            "nats.aio.client.Client": {
                "async": True,
                "coroutines": "connect publish subscribe request flush drain close",
                "returns": {"jetstream": "nats.js.JetStreamContext"},
            },
            "nats.js.JetStreamContext": {
                "async": True,
                "coroutines": "publish subscribe pull_subscribe add_stream delete_stream key_value",
            },
        },
        "aliases": {
            "nats.NATS": "nats.aio.client.Client",
            "nats.js.client.JetStreamContext": "nats.js.JetStreamContext",
        },
    },
    {
        "name": "arq",
        "roots": ("arq",),
        "source": "https://arq-docs.helpmanual.io/",
        "instead": "await it",
        "coroutines": "arq.create_pool",
        "returns": {"arq.create_pool": "arq.ArqRedis"},
        "classes": {"arq.ArqRedis": {"bases": ("redis.asyncio.Redis",), "async": True, "coroutines": "enqueue_job"}},
        "aliases": {
            "arq.connections.create_pool": "arq.create_pool",
            "arq.connections.ArqRedis": "arq.ArqRedis",
        },
    },
    {
        "name": "taskiq",
        "roots": ("taskiq", "taskiq_aio_pika", "taskiq_nats", "taskiq_redis"),
        "source": "https://taskiq-python.github.io/",
        "instead": "await it",
        "classes": {
            "taskiq.AsyncBroker": {
                "async": True,
                "coroutines": "startup shutdown kick",
                "returns": {
                    "find_task": "taskiq.AsyncTaskiqDecoratedTask",
                    "with_result_backend": "taskiq.AsyncBroker",
                    "with_middlewares": "taskiq.AsyncBroker",
                },
            },
            "taskiq.InMemoryBroker": {"bases": ("taskiq.AsyncBroker",), "async": True},
            "taskiq.ZeroMQBroker": {"bases": ("taskiq.AsyncBroker",), "async": True},
            "taskiq_redis.ListQueueBroker": {"bases": ("taskiq.AsyncBroker",), "async": True},
            "taskiq_redis.PubSubBroker": {"bases": ("taskiq.AsyncBroker",), "async": True},
            "taskiq_redis.RedisStreamBroker": {"bases": ("taskiq.AsyncBroker",), "async": True},
            "taskiq_aio_pika.AioPikaBroker": {"bases": ("taskiq.AsyncBroker",), "async": True},
            "taskiq_nats.NatsBroker": {"bases": ("taskiq.AsyncBroker",), "async": True},
            "taskiq.AsyncTaskiqDecoratedTask": {
                "async": True,
                "coroutines": "kiq schedule_by_time schedule_by_cron",
                "returns": {"kiq": "taskiq.AsyncTaskiqTask"},
            },
            "taskiq.AsyncTaskiqTask": {"async": True, "coroutines": "wait_result get_result is_ready"},
        },
    },
    {
        "name": "procrastinate",
        "roots": ("procrastinate",),
        "source": "https://procrastinate.readthedocs.io/en/stable/howto/basics/defer.html",
        "instead": "use `await task.defer_async(...)`",
        "classes": {
            "procrastinate.tasks.Task": {
                "methods": {"socket": "defer batch_defer"},
                "coroutines": "defer_async batch_defer_async",
                "returns": {"configure": "procrastinate.jobs.JobDeferrer"},
            },
            "procrastinate.jobs.JobDeferrer": {
                "methods": {"socket": "defer batch_defer"},
                "coroutines": "defer_async batch_defer_async",
            },
            "procrastinate.App": {
                "coroutines": "open_async close_async run_worker_async",
                "returns": {"configure_task": "procrastinate.jobs.JobDeferrer"},
            },
        },
        "aliases": {"procrastinate.app.App": "procrastinate.App"},
    },
    {
        "name": "temporalio",
        "roots": ("temporalio",),
        "source": "https://python.temporal.io/",
        "instead": "await it",
        "classes": {
            "temporalio.client.Client": {
                "async": True,
                "coroutines": "connect start_workflow execute_workflow create_schedule",
                "returns": {
                    "connect": "temporalio.client.Client",
                    "start_workflow": "temporalio.client.WorkflowHandle",
                    "get_workflow_handle": "temporalio.client.WorkflowHandle",
                },
            },
            "temporalio.client.WorkflowHandle": {
                "async": True,
                "coroutines": "result signal query cancel terminate describe",
            },
        },
    },
    {
        "name": "django-tasks",
        "roots": ("django_tasks",),
        "source": "https://github.com/RealOrangeOne/django-tasks",
        "instead": "use `await task.aenqueue(...)`",
        "classes": {
            "django_tasks.base.Task": {
                "methods": {"socket": "enqueue get_result"},
                "coroutines": "aenqueue aget_result",
            },
        },
    },
)
